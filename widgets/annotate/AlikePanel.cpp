#include "widgets/annotate/AlikePanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/common/Theme.h"
#include "widgets/review/DuplicateRow.h"
#include "widgets/review/Thumbnails.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr std::size_t rowsShown = 30;

} // namespace

AlikePanel::AlikePanel(Thumbnails& thumbnails, QWidget* parent)
    : Panel(QStringLiteral("annotate.alike"), tr("Look-alikes"), {}, parent)
    , thumbnails_(thumbnails)
    , text_(new QLabel)
    , list_(new QWidget) {
    setRole(text_, "small");
    text_->setWordWrap(true);
    auto* column = new QVBoxLayout(list_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    body()->addWidget(text_);
    body()->addWidget(list_);
    connect(&thumbnails_, &Thumbnails::loaded, this, [this](domain::ContentId id) {
        for (DuplicateRow* row : rows_) {
            if (row->content() == id) {
                row->setThumbnail(thumbnails_.get(id));
            }
        }
    });
    setReading();
}

void AlikePanel::setReading() {
    members_ = exceptions_ = 0;
    fillRows({});
    setSummary({});
    text_->clear();
    showBody();
}

void AlikePanel::setDuplicates(const usecases::DuplicateView& view, const std::optional<QStringList>& topics,
                               QAction* analyze) {
    topics_ = topics;
    exceptions_ = int(std::count_if(view.members.begin(), view.members.end(),
                                    [](const auto& member) { return member.isException; }));
    members_ = int(view.members.size()) - exceptions_;
    fillRows(view);
    text_->setText(consequence());
    setSummary(view.members.empty() ? QString() : Format::number(qint64(view.members.size())));
    if (!view.members.empty()) {
        showBody();
    } else if (view.isAnalysed) {
        showEmpty(tr("Nothing in the library is nearly the same."));
    } else {
        showEmpty(tr("Not compared yet; that comes with the analysis."), analyze);
    }
}

QString AlikePanel::consequence() const {
    QStringList parts;
    if (members_ > 0 && topics_) {
        QStringList names;
        for (const QString& topic : *topics_) {
            names << QLatin1Char('#') + topic;
        }
        parts << tr("%n look-alike(s) without topics can get %1.", nullptr, members_)
                     .arg(names.join(QLatin1Char(' ')));
    } else if (members_ > 0) {
        parts << tr("Answer this item; then %n look-alike(s) can get the same topics.", nullptr, members_);
    }
    if (exceptions_ > 0) {
        parts << tr("%n exception(s) stay(s) as it is.", nullptr, exceptions_);
    }
    return parts.join(QLatin1Char(' '));
}

void AlikePanel::fillRows(const usecases::DuplicateView& view) {
    for (DuplicateRow* row : rows_) {
        row->hide();
        row->deleteLater();
    }
    rows_.clear();
    const Taxonomy none;
    for (std::size_t i = 0; i < std::min(rowsShown, view.members.size()); ++i) {
        auto* row = new DuplicateRow(view.members[i], none);
        row->setThumbnail(thumbnails_.get(row->content()));
        connect(row, &DuplicateRow::opened, this, &AlikePanel::itemOpened);
        connect(row, &DuplicateRow::exceptionChanged, this, &AlikePanel::exceptionChanged);
        list_->layout()->addWidget(row);
        rows_.push_back(row);
    }
}

} // namespace moderato::widgets
