#include "widgets/expressions/SetProposalList.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/FeatureNames.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace moderato::widgets {

using usecases::SetProposal;

SetProposalList::SetProposalList(QWidget* parent)
    : QWidget(parent)
    , empty_(new QLabel)
    , column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    setRole(empty_, "muted");
    empty_->setWordWrap(true);
    column_->addWidget(empty_);
    column_->addStretch(1);
}

void SetProposalList::setProposals(std::vector<SetProposal> proposals, const usecases::ProposalRules& rules) {
    delete rows_;
    rows_ = new QWidget;
    auto* rows = new QVBoxLayout(rows_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(grid);
    for (const SetProposal& proposal : proposals) {
        rows->addWidget(row(proposal));
    }
    column_->insertWidget(0, rows_);
    rows_->setVisible(!proposals.empty());
    empty_->setVisible(proposals.empty());
    empty_->setText(tr("Nothing is proposed. A feature is, once %n reader(s) or more looked at items whose "
                       "category a person confirmed, and nearly all of them or hardly any showed it.",
                       nullptr, rules.minimumReaders));
}

QString SetProposalList::evidence(const SetProposal& proposal) {
    return tr("%1 of readers, n = %2 (95 % interval %3 … %4)")
        .arg(Format::percent(proposal.share), Format::number(proposal.readers), Format::percent(proposal.low),
             Format::percent(proposal.high));
}

QWidget* SetProposalList::row(const SetProposal& proposal) {
    auto* row = new QWidget;
    const QString feature = FeatureNames::name(proposal.feature);
    const QString what =
        proposal.positive ? tr("%1 should appear").arg(feature) : tr("%1 should not appear").arg(feature);
    auto* name = new QLabel(what);
    setRole(name, "strong");
    auto* figures =
        new QLabel(proposal.isOnOtherSide ? tr("%1; now it is on the other side").arg(evidence(proposal))
                                          : evidence(proposal));
    setRole(figures, "small");
    for (QLabel* label : {name, figures}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(figures);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(grid);
    across->addLayout(words, 1);
    const auto button = [&](const QString& text, const char* id, const QString& hint, auto chosen) {
        auto* made = new QPushButton(text);
        made->setObjectName(QStringLiteral("%1.%2").arg(QLatin1String(id), proposal.feature));
        made->setAccessibleName(QStringLiteral("%1: %2").arg(text, what));
        made->setToolTip(hint);
        connect(made, &QPushButton::clicked, this, [this, proposal, chosen] {
            Q_EMIT(this->*chosen)(proposal);
        });
        across->addWidget(made, 0, Qt::AlignTop);
    };
    button(tr("Accept"), "acceptProposal", {}, &SetProposalList::accepted);
    button(tr("Refuse"), "refuseProposal",
           tr("It is proposed again when twice as many readers have been seen"), &SetProposalList::refused);
    return row;
}

} // namespace moderato::widgets
