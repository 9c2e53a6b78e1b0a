#include "widgets/settings/CareEditor.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr std::array dims{0, 30, 60, 90}; ///< Percent.

struct Flag {
    const char* name;
    bool CareEffect::*member;
};
constexpr std::array flags{Flag{"blur", &CareEffect::blur}, Flag{"grey", &CareEffect::grey},
                           Flag{"mute", &CareEffect::mute}};

} // namespace

CareEditor::CareEditor(TaxonomyPtr taxonomy, QWidget* parent)
    : QWidget(parent)
    , taxonomy_(taxonomy ? std::move(taxonomy) : std::make_shared<Taxonomy>()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    read();
}

void CareEditor::read() {
    settings_ = CareSettings::load(personName());
    fill();
}

QString CareEditor::nameOf(const QString& kind) const {
    if (kind == CareSettings::everything) {
        return tr("Everything");
    }
    if (kind == CareSettings::flagged) {
        return tr("Flagged items");
    }
    if (kind == CareSettings::knownHash) {
        return tr("Known material");
    }
    if (kind == CareSettings::disallowed) {
        return tr("Disallowed items");
    }
    return taxonomy_->name(CareSettings::categoryOf(kind));
}

void CareEditor::fill() {
    delete table_;
    table_ = new QWidget(this);
    auto* cells = new QGridLayout(table_);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setHorizontalSpacing(2 * grid);
    cells->setVerticalSpacing(halfGrid);
    cells->setColumnStretch(0, 1);
    const QStringList heads{tr("Blur"), tr("Grey"), tr("Silent"), tr("Dim")};
    for (int i = 0; i < heads.size(); ++i) {
        auto* head = new QLabel(heads[i]);
        setRole(head, "small");
        cells->addWidget(head, 0, i + 1, i < 3 ? Qt::AlignCenter : Qt::AlignLeft);
    }
    int row = 1;
    const QStringList fixed{CareSettings::everything, CareSettings::flagged, CareSettings::knownHash,
                            CareSettings::disallowed};
    for (const QString& kind : fixed) {
        addRow(kind, row++);
    }
    for (auto kind = settings_.kinds.cbegin(); kind != settings_.kinds.cend(); ++kind) {
        if (!CareSettings::categoryOf(kind.key()).isEmpty()) {
            addRow(kind.key(), row++);
        }
    }
    addCategories(row);
    layout()->addWidget(table_);
    table_->show();
}

void CareEditor::addRow(const QString& kind, int row) {
    auto* cells = static_cast<QGridLayout*>(table_->layout());
    const QString name = nameOf(kind);
    const CareEffect effect = settings_.kinds.value(kind);
    cells->addWidget(new QLabel(name), row, 0);
    int column = 1;
    for (const Flag& flag : flags) {
        auto* box = new QCheckBox;
        box->setObjectName(QStringLiteral("care/%1/%2").arg(kind, QLatin1String(flag.name)));
        box->setChecked(effect.*flag.member);
        const auto* head = qobject_cast<QLabel*>(cells->itemAtPosition(0, column)->widget());
        box->setAccessibleName(QStringLiteral("%1: %2").arg(name, head->text()));
        connect(box, &QCheckBox::toggled, this, [this, kind, member = flag.member](bool on) {
            CareEffect effect = settings_.kinds.value(kind);
            effect.*member = on;
            change(kind, effect);
        });
        cells->addWidget(box, row, column++, Qt::AlignCenter);
    }
    auto* dim = new QComboBox;
    dim->setObjectName(QStringLiteral("care/%1/dim").arg(kind));
    dim->setAccessibleName(tr("%1: dim").arg(name));
    dim->setFocusPolicy(Qt::StrongFocus);
    for (const int percent : dims) {
        dim->addItem(percent == 0 ? tr("no") : tr("%1 %").arg(percent), percent);
    }
    dim->setCurrentIndex(std::max(0, dim->findData(int(std::lround(effect.dim * 100)))));
    connect(dim, &QComboBox::activated, this, [this, kind, dim] {
        CareEffect effect = settings_.kinds.value(kind);
        effect.dim = dim->currentData().toInt() / 100.0;
        change(kind, effect);
    });
    cells->addWidget(dim, row, column++);
    if (!CareSettings::categoryOf(kind).isEmpty()) {
        auto* remove = new QToolButton;
        remove->setIcon(icon(QStringLiteral("x")));
        remove->setToolTip(tr("Take %1 off the table").arg(name));
        remove->setAccessibleName(remove->toolTip());
        connect(remove, &QToolButton::clicked, this, [this, kind] {
            settings_.kinds.remove(kind);
            settings_.save(personName());
            QMetaObject::invokeMethod(this, &CareEditor::fill, Qt::QueuedConnection); // not under its click
            Q_EMIT changed();
        });
        cells->addWidget(remove, row, column);
    }
}

/// A category becomes a row of its own.
void CareEditor::addCategories(int row) {
    auto* add = new QComboBox;
    add->setObjectName(QStringLiteral("careAdd"));
    add->setAccessibleName(tr("Add a category"));
    add->setFocusPolicy(Qt::StrongFocus);
    add->addItem(tr("Add a category…"));
    for (const domain::Category& category : taxonomy_->categories()) {
        if (!settings_.kinds.contains(CareSettings::category(category.code))) {
            add->addItem(taxonomy_->name(category.code), category.code);
        }
    }
    add->setVisible(add->count() > 1);
    connect(add, &QComboBox::activated, this, [this, add](int index) {
        if (const QString code = add->itemData(index).toString(); !code.isEmpty()) {
            change(CareSettings::category(code), {.blur = true, .grey = true, .mute = true});
            QMetaObject::invokeMethod(this, &CareEditor::fill, Qt::QueuedConnection);
        }
    });
    static_cast<QGridLayout*>(table_->layout())->addWidget(add, row, 0);
}

void CareEditor::change(const QString& kind, const CareEffect& effect) {
    settings_.kinds[kind] = effect;
    settings_.save(personName());
    Q_EMIT changed();
}

} // namespace moderato::widgets
