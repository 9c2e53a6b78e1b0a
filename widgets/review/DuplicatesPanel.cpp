#include "widgets/review/DuplicatesPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/DuplicateRow.h"
#include "widgets/review/Thumbnails.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr std::size_t rowsShown = 50;

} // namespace

DuplicatesPanel::DuplicatesPanel(Thumbnails& thumbnails, QWidget* parent)
    : Panel(QStringLiteral("review.duplicates"), tr("Near duplicates"), {}, parent)
    , thumbnails_(thumbnails)
    , known_(new QLabel)
    , list_(new QWidget)
    , more_(new QLabel)
    , decideAlike_(new QPushButton)
    , question_(new QWidget)
    , questionText_(new QLabel)
    , yes_(new QPushButton) {
    setFoldedByDefault(true);
    setRole(known_, "danger");
    known_->setWordWrap(true);
    known_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(more_, "small");
    questionText_->setWordWrap(true);
    yes_->setProperty("emphasis", "primary");
    decideAlike_->setObjectName(QStringLiteral("decideAlike"));
    yes_->setObjectName(QStringLiteral("decideAlikeYes"));
    auto* column = new QVBoxLayout(list_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* no = new QPushButton(tr("Leave them"));
    auto* answers = new QHBoxLayout;
    answers->addWidget(yes_);
    answers->addWidget(no);
    answers->addStretch(1);
    auto* question = new QVBoxLayout(question_);
    question->setContentsMargins(0, halfGrid, 0, 0);
    question->addWidget(questionText_);
    question->addLayout(answers);
    body()->addWidget(known_);
    body()->addWidget(list_);
    body()->addWidget(more_);
    body()->addWidget(decideAlike_, 0, Qt::AlignLeft);
    body()->addWidget(question_);
    question_->hide();
    connect(decideAlike_, &QPushButton::clicked, this, &DuplicatesPanel::askDecideAlike);
    connect(no, &QPushButton::clicked, this, &DuplicatesPanel::stopAsking);
    connect(yes_, &QPushButton::clicked, this, [this] {
        stopAsking();
        Q_EMIT decideAlikeConfirmed();
    });
    connect(&thumbnails_, &Thumbnails::loaded, this, [this](domain::ContentId id) {
        for (DuplicateRow* row : rows_) {
            if (row->content() == id) {
                row->setThumbnail(thumbnails_.get(id));
            }
        }
    });
    setReading();
}

void DuplicatesPanel::setReading() {
    undecided_ = exceptions_ = decided_ = 0;
    setSummary({});
    Q_EMIT counted({});
    stopAsking();
    // Rows of another item would be worse than none.
    fillRows({}, Taxonomy());
    known_->hide();
    decideAlike_->hide();
    showBody();
}

void DuplicatesPanel::setDuplicates(const usecases::DuplicateView& view, const QString& decision,
                                    const Taxonomy& taxonomy, QAction* analyze) {
    decision_ = decision;
    undecided_ = exceptions_ = decided_ = 0;
    for (const usecases::NearDuplicate& member : view.members) {
        if (member.isException) {
            ++exceptions_;
        } else if (DuplicateRow::isUndecided(member)) {
            ++undecided_;
        } else {
            ++decided_;
        }
    }
    stopAsking();
    fillRows(view, taxonomy);
    QStringList known;
    for (const usecases::KnownMatch& match : view.known) {
        QString line =
            tr("Known: %1, list “%2”").arg(match.label.isEmpty() ? tr("no label") : match.label, match.list);
        line +=
            QStringLiteral("  ·  ") + (match.share < 1 ? tr("%1 of frames").arg(Format::percent(match.share))
                                                       : tr("distance %1").arg(match.distance));
        known << line;
    }
    known_->setText(known.join(QLatin1Char('\n')));
    known_->setVisible(!known.isEmpty());
    const int count = int(view.members.size());
    QString summary = count > 0 ? Format::number(count) : QString();
    if (!view.known.empty()) {
        summary = summary.isEmpty() ? tr("known") : tr("known · %1").arg(summary);
    }
    setSummary(summary);
    Q_EMIT counted(summary);
    if (!view.members.empty() || !view.known.empty()) {
        showBody();
    } else if (view.isAnalysed) {
        showEmpty(tr("Nothing in the library is nearly the same."));
    } else {
        showEmpty(tr("Not compared yet; that comes with the analysis."), analyze);
    }
}

void DuplicatesPanel::fillRows(const usecases::DuplicateView& view, const Taxonomy& taxonomy) {
    for (DuplicateRow* row : rows_) {
        row->hide();
        row->deleteLater();
    }
    rows_.clear();
    for (std::size_t i = 0; i < std::min(rowsShown, view.members.size()); ++i) {
        auto* row = new DuplicateRow(view.members[i], taxonomy);
        row->setThumbnail(thumbnails_.get(row->content()));
        connect(row, &DuplicateRow::opened, this, &DuplicatesPanel::itemOpened);
        connect(row, &DuplicateRow::exceptionChanged, this, &DuplicatesPanel::exceptionChanged);
        list_->layout()->addWidget(row);
        rows_.push_back(row);
    }
    const auto hidden = int(view.members.size() - rows_.size());
    more_->setText(tr("%n more.", nullptr, hidden));
    more_->setVisible(hidden > 0);
    decideAlike_->setVisible(undecided_ > 0);
    decideAlike_->setText(tr("Decide %n alike…", nullptr, undecided_));
    decideAlike_->setEnabled(!decision_.isEmpty());
    decideAlike_->setToolTip(
        decision_.isEmpty() ? tr("Decide on this item first; then the others can follow it") : QString());
}

QString DuplicatesPanel::consequence() const {
    QStringList parts{tr("%n undecided get(s) “%1”.", nullptr, undecided_).arg(decision_)};
    if (exceptions_ > 0) {
        parts << tr("%n excepted stay(s) as it is.", nullptr, exceptions_);
    }
    if (decided_ > 0) {
        parts << tr("%n is (are) decided already.", nullptr, decided_);
    }
    return parts.join(QLatin1Char(' '));
}

void DuplicatesPanel::askDecideAlike() {
    if (undecided_ == 0 || decision_.isEmpty()) {
        return;
    }
    setFolded(false);
    questionText_->setText(consequence());
    yes_->setText(tr("Decide %n", nullptr, undecided_));
    question_->show();
    decideAlike_->hide();
    yes_->setFocus(Qt::OtherFocusReason);
}

bool DuplicatesPanel::isAsking() const {
    return !question_->isHidden();
}

void DuplicatesPanel::stopAsking() {
    question_->hide();
    decideAlike_->setVisible(undecided_ > 0);
}

} // namespace moderato::widgets
