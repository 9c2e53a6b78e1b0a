#include "widgets/settings/SettingsPage.h"

#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/settings/CareEditor.h"
#include "widgets/settings/KeyEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSettings>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

namespace moderato::widgets {

SettingsPage::SettingsPage(Theme& theme, ActionTable& actions, SettingsOutside outside, QWidget* parent)
    : Page(QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"), parent)
    , theme_(theme)
    , actions_(actions)
    , outside_(std::move(outside))
    , message_(new MessageBar(this))
    , keys_(new KeyEditor(actions, this)) {
    auto* form = new QWidget(this);
    auto* sections = new QVBoxLayout(form);
    sections->setContentsMargins(0, 0, 2 * grid, 0);
    sections->setSpacing(3 * grid);
    addPerson(sections);
    addLook(sections);
    addCare(sections);
    addHashLists(sections);
    addReaderMode(sections);
    sections->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(form);
    scroll->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* keyColumn = new QVBoxLayout;
    keyColumn->setSpacing(12);
    auto* heading = new QLabel(tr("Keys"), this);
    setRole(heading, "head");
    keyColumn->addWidget(heading);
    keyColumn->addWidget(keys_, 1);

    auto* general = new QWidget;
    columns_ = new QBoxLayout(QBoxLayout::LeftToRight, general);
    columns_->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    columns_->setSpacing(4 * grid);
    columns_->addWidget(scroll, 2);
    columns_->addLayout(keyColumn, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    addTabs(column, general);
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);
}

void SettingsPage::addTabs(QVBoxLayout* column, QWidget* general) {
    if (!outside_.expressionSets.sets) {
        column->addWidget(general, 1);
        return;
    }
    sets_ = new ExpressionSetEditor(outside_.expressionSets, outside_.taxonomy, actions_, id());
    connect(sets_, &ExpressionSetEditor::changed, this, [this] { changedLibrary_ = true; });
    auto* framed = new QWidget;
    auto* frame = new QVBoxLayout(framed);
    frame->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    frame->addWidget(sets_);
    tabs_ = new QTabBar;
    tabs_->setObjectName(QStringLiteral("settingsTabs"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->addTab(tr("General"));
    tabs_->addTab(tr("Expression sets"));
    auto* stack = new QStackedLayout;
    stack->addWidget(general);
    stack->addWidget(framed);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(2 * grid, grid, 2 * grid, 0);
    bar->addWidget(tabs_, 0, Qt::AlignLeft);
    column->addLayout(bar);
    column->addLayout(stack, 1);
    connect(tabs_, &QTabBar::currentChanged, stack, &QStackedLayout::setCurrentIndex);
    connect(tabs_, &QTabBar::currentChanged, this, &SettingsPage::reload);
    const auto add = [this](const char* name, const char* key, int tab) {
        ActionSpec spec;
        spec.id = QStringLiteral("settings.%1").arg(QLatin1String(name));
        spec.text = tabs_->tabText(tab);
        spec.keys = {QKeySequence(QLatin1String(key))};
        spec.icon = QLatin1String(tab == 0 ? "settings" : "smile");
        spec.group = title();
        spec.scope = id();
        actions_.add(spec, this, [this, tab] { tabs_->setCurrentIndex(tab); });
    };
    add("general", "1", 0);
    add("expressionSets", "2", 1);
}

void SettingsPage::resizeEvent(QResizeEvent* event) {
    columns_->setDirection(width() < scaled(860) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    Page::resizeEvent(event);
}

void SettingsPage::activated() {
    keys_->read();
    reload();
}

void SettingsPage::deactivated() {
    if (std::exchange(changedLibrary_, false)) {
        Q_EMIT libraryChanged();
    }
}

void SettingsPage::reload() {
    if (sets_ && isVisible() && tabs_->currentIndex() == 1) {
        sets_->read();
    }
    if (hashLists_ && isVisible()) {
        hashLists_->read();
    }
    readReaderMode();
}

QFormLayout* SettingsPage::section(const QString& title, QVBoxLayout* column) {
    auto* heading = new QLabel(title, this);
    setRole(heading, "head");
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* block = new QVBoxLayout;
    block->setSpacing(12);
    block->addWidget(heading);
    block->addLayout(form);
    column->addLayout(block);
    return form;
}

QLabel* SettingsPage::label(const QString& text) {
    auto* label = new QLabel(text, this);
    onScale(label, [label] {
        label->setMinimumWidth(scaled(104));
    }); // The fields of all sections stand in one line.
    return label;
}

void SettingsPage::addPerson(QVBoxLayout* column) {
    QFormLayout* form = section(tr("You"), column);
    auto* name = new QLineEdit(preferences::person.read(QSettings()), this);
    name->setObjectName(QStringLiteral("personName"));
    name->setPlaceholderText(personName());
    name->setMaxLength(80);
    connect(name, &QLineEdit::editingFinished, this, [this, name] {
        QSettings settings;
        preferences::person.write(settings, name->text().trimmed());
        care_->read(); // everybody has their own
        Q_EMIT preferenceChanged(QLatin1String(preferences::person.key));
    });
    form->addRow(label(tr("Name")), name);
    auto* hint = new QLabel(tr("Your decisions carry this name."), this);
    setRole(hint, "small");
    form->addRow(QString(), hint);
}

void SettingsPage::addLook(QVBoxLayout* column) {
    QFormLayout* form = section(tr("Look"), column);
    auto* mode = new QComboBox(this);
    mode->setObjectName(QStringLiteral("themeMode"));
    mode->addItem(tr("As the system"), int(ThemeMode::System));
    mode->addItem(tr("Light"), int(ThemeMode::Light));
    mode->addItem(tr("Dark"), int(ThemeMode::Dark));
    mode->setCurrentIndex(mode->findData(int(theme_.mode())));
    connect(mode, &QComboBox::activated, this,
            [this, mode] { theme_.setMode(ThemeMode(mode->currentData().toInt())); });
    connect(&theme_, &Theme::changed, mode,
            [this, mode] { mode->setCurrentIndex(mode->findData(int(theme_.mode()))); });
    form->addRow(label(tr("Theme")), mode);

    auto* size = new QComboBox(this);
    size->setObjectName(QStringLiteral("fontScale"));
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200}) {
        size->addItem(tr("%1 %").arg(percent), percent);
    }
    const auto showScale = [this, size] {
        size->setCurrentIndex(size->findData(qRound(theme_.fontScale() * 100)));
    };
    showScale();
    connect(size, &QComboBox::activated, this,
            [this, size] { theme_.setFontScale(size->currentData().toInt() / 100.0); });
    connect(&theme_, &Theme::changed, size, showScale);
    form->addRow(label(tr("Size of text")), size);

    auto* language = new QComboBox(this);
    language->setObjectName(QStringLiteral("language"));
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    language->setCurrentIndex(std::max(0, language->findData(preferences::language.read(QSettings()))));
    connect(language, &QComboBox::activated, this, [this, language] {
        QSettings settings;
        preferences::language.write(settings, language->currentData().toString());
        message_->showMessage(MessageBar::Kind::Info,
                              tr("The language changes when Moderato is started again."));
    });
    form->addRow(label(tr("Language")), language);
}

void SettingsPage::addCare(QVBoxLayout* column) {
    QFormLayout* form = section(tr("Care"), column);
    care_ = new CareEditor(outside_.taxonomy, this);
    connect(care_, &CareEditor::changed, this, [this] { Q_EMIT preferenceChanged(QStringLiteral("care")); });
    form->addRow(care_);
    auto* hint =
        new QLabel(tr("Pictures become clear while the key for looking is held. The strongest row of "
                      "an item holds; every person has their own table."),
                   this);
    hint->setWordWrap(true);
    setRole(hint, "small");
    form->addRow(hint);
    const auto add = [this, form](const Setting<bool>& setting, const QString& text) {
        auto* box = new QCheckBox(text, this);
        box->setObjectName(QLatin1String(setting.key));
        box->setChecked(setting.read(QSettings()));
        connect(box, &QCheckBox::toggled, this, [this, setting](bool on) {
            QSettings settings;
            setting.write(settings, on);
            Q_EMIT preferenceChanged(QLatin1String(setting.key));
        });
        form->addRow(box);
    };
    add(preferences::autoplay, tr("Videos start to play by themselves"));
}

void SettingsPage::addHashLists(QVBoxLayout* column) {
    if (!outside_.hashLists.lists) {
        return;
    }
    QFormLayout* form = section(tr("Known material"), column);
    hashLists_ = new HashListTable(outside_.hashLists, actions_.find(outside_.importHashesAction), this);
    connect(hashLists_, &HashListTable::failed, this,
            [this](const Error& error) { message_->showError(error); });
    connect(hashLists_, &HashListTable::removed, this, [this](const QString& name) {
        message_->showMessage(MessageBar::Kind::Info, tr("The list “%1” was removed.").arg(name));
        Q_EMIT libraryChanged();
    });
    form->addRow(hashLists_);
}

void SettingsPage::addReaderMode(QVBoxLayout* column) {
    if (!outside_.readerMode.isOn) {
        return;
    }
    QFormLayout* form = section(tr("Reader mode"), column);
    readerMode_ = new QCheckBox(tr("This library has reader mode"), this);
    readerMode_->setObjectName(QStringLiteral("readerMode"));
    connect(readerMode_, &QCheckBox::clicked, this, [this](bool on) {
        readerModeWrite_.start([set = outside_.readerMode.setOn, on] { return set(on); },
                               [this](const Status& done) {
                                   readReaderMode();
                                   if (!done.ok()) {
                                       message_->showError(done.error());
                                   }
                               });
    });
    form->addRow(readerMode_);
    auto* hint =
        new QLabel(tr("A camera then measures how readers' faces move while they read, to find items "
                      "under the wrong category. Off to begin with: turn it on only for readers who "
                      "take part of their own will. Each of them is asked every time. Whoever works "
                      "here is never measured (EU AI Act, Article 5(1)(f))."),
                   this);
    hint->setWordWrap(true);
    setRole(hint, "small");
    form->addRow(hint);
}

void SettingsPage::readReaderMode() {
    if (!readerMode_) {
        return;
    }
    const auto on = outside_.readerMode.isOn();
    readerMode_->setChecked(on.ok() && *on);
    if (!on.ok()) {
        message_->showError(on.error());
    }
}

} // namespace moderato::widgets
