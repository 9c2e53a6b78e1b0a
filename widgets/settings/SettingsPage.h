#pragma once

#include "widgets/common/LatestRead.h"
#include "widgets/common/Page.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/expressions/ExpressionSetEditor.h"
#include "widgets/settings/HashListTable.h"

#include <functional>

class QBoxLayout;
class QCheckBox;
class QFormLayout;
class QLabel;
class QStackedLayout;
class QTabBar;
class QVBoxLayout;

namespace moderato::widgets {

class ActionTable;
class CareEditor;
class KeyEditor;
class MessageBar;
class Theme;

/// Whether the library has reader mode. Both may be missing.
struct ReaderModeServices {
    std::function<Result<bool>()> isOn;
    std::function<Status(bool)> setOn;
};

/// What the settings need from elsewhere; all of it may be missing.
struct SettingsOutside {
    TaxonomyPtr taxonomy;
    HashListServices hashLists;
    ExpressionSetServices expressionSets;
    ReaderModeServices readerMode = {};
    QString importHashesAction = QStringLiteral("file.importHashes");
};

/// What a person sets: name, look, language, care, lists of known material, keys; and, on a tab of its own,
/// what each category should evoke in readers' faces. Everything takes effect at once and is kept, but for
/// the language, which the next start brings.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Theme& theme, ActionTable& actions, SettingsOutside outside = {}, QWidget* parent = nullptr);

    void activated() override;
    void deactivated() override;
    void reload() override;

    ExpressionSetEditor* expressionSets() const { return sets_; } ///< Nothing where the services are missing.

Q_SIGNALS:
    /// One of `preferences` has changed ("care/autoplay"); "care" for the table of care.
    void preferenceChanged(const QString& key);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addTabs(QVBoxLayout* column, QWidget* general);
    QFormLayout* section(const QString& title, QVBoxLayout* column);
    QLabel* label(const QString& text);
    void addPerson(QVBoxLayout* column);
    void addLook(QVBoxLayout* column);
    void addCare(QVBoxLayout* column);
    void addHashLists(QVBoxLayout* column);
    void addReaderMode(QVBoxLayout* column);
    void readReaderMode();

    Theme& theme_;
    ActionTable& actions_;
    SettingsOutside outside_;
    CareEditor* care_ = nullptr;
    HashListTable* hashLists_ = nullptr;
    ExpressionSetEditor* sets_ = nullptr;
    QTabBar* tabs_ = nullptr;
    bool changedLibrary_ = false;   ///< Other pages have not been told yet.
    QCheckBox* readerMode_ = nullptr;
    LatestRead readerModeWrite_;
    QBoxLayout* columns_ = nullptr; ///< Side by side, or stacked where the window is narrow.
    MessageBar* message_;
    KeyEditor* keys_;
};

} // namespace moderato::widgets
