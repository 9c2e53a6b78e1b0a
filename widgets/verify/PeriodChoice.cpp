#include "widgets/verify/PeriodChoice.h"

#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr int sinceDataEnd = 0, dates = -1;
constexpr int shownAtFirst = 30;

} // namespace

PeriodChoice::PeriodChoice(QWidget* parent)
    : QWidget(parent)
    , kind_(new QComboBox)
    , dates_(new QWidget)
    , from_(new QDateEdit(QDate::currentDate().addDays(-shownAtFirst)))
    , to_(new QDateEdit(QDate::currentDate())) {
    kind_->setObjectName(QStringLiteral("verify.period"));
    kind_->setAccessibleName(tr("Items published"));
    kind_->addItem(tr("since the model's data end"), sinceDataEnd);
    for (const int days : {5, 7, 10}) {
        kind_->addItem(tr("in the last %n day(s)", nullptr, days), days);
    }
    kind_->addItem(tr("from – to"), dates);
    from_->setObjectName(QStringLiteral("verify.from"));
    to_->setObjectName(QStringLiteral("verify.to"));
    from_->setAccessibleName(tr("First day"));
    to_->setAccessibleName(tr("Last day"));
    for (QDateEdit* edit : {from_, to_}) {
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    auto* inner = new QHBoxLayout(dates_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(halfGrid);
    inner->addWidget(from_);
    inner->addWidget(new QLabel(QStringLiteral("–")));
    inner->addWidget(to_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(kind_);
    row->addWidget(dates_);
    row->addStretch(1);
    connect(kind_, &QComboBox::currentIndexChanged, this, &PeriodChoice::showDates);
    showDates();
}

void PeriodChoice::showDates() {
    dates_->setVisible(kind_->currentData().toInt() == dates);
}

usecases::PublishingPeriod PeriodChoice::period(Timestamp now) const {
    const int days = kind_->currentData().toInt();
    if (days == sinceDataEnd) {
        return {};
    }
    if (days > 0) {
        return {now - std::chrono::days(days), {}};
    }
    const auto at = [](QDate day) { return fromUnixMs(day.startOfDay().toMSecsSinceEpoch()); };
    const QDate one = from_->date(), other = to_->date(); // whichever way round they were given
    return {at(std::min(one, other)), at(std::max(one, other).addDays(1))};
}

} // namespace moderato::widgets
