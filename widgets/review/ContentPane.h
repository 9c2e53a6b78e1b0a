#pragma once

#include "widgets/common/CareEffect.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/QualityTasks.h"
#include "widgets/review/ReviewServices.h"

#include <QWidget>

#include "widgets/article/PictureLoader.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace moderato::widgets {

class ActionTable;
class ArticleView;
class ElidedLabel;
class PictureView;
class PlayerPanel;

/// The item itself: its title, where it comes from, why it is here, and the video, the article or the
/// pictures. GUI thread.
class ContentPane : public QWidget {
    Q_OBJECT
public:
    explicit ContentPane(PictureLoader::Decode decode, QWidget* parent = nullptr);

    void addActions(ActionTable& actions, const QString& pageId, QWidget* page);
    /// "<page>.lookedAt": marks what the quality model looked at, in place of what spoke for the answer.
    void addLookedAtAction(ActionTable& actions, const QString& pageId, QWidget* page);

    /// Shows it as care asks, from the first pixel on.
    void setItem(const usecases::ItemView& item, const QString& why, const CareEffect& care);
    /// The same item, read again: the place in video and text stays.
    /// What is known of the file, after the item's own facts.
    void setFileFacts(const QStringList& facts);
    void refresh(const usecases::ItemView& item, const QString& why);
    /// Gets what takes long ready: video, pictures.
    void preload(const usecases::ItemView& item, const CareEffect& care);
    /// Of the item that is shown.
    void setCare(const CareEffect& care);
    const CareEffect& care() const { return care_; }
    /// Lifts what care does to pictures; ends with the item, at the latest.
    void setRevealed(bool revealed);
    bool isRevealed() const { return revealed_; }
    /// A sentence in place of an item, and an action that helps.
    void showSentence(const QString& heading, const QString& text, QAction* action);
    void pause();

    PlayerPanel& player() { return *player_; }
    ArticleView& article() { return *article_; }
    PictureView& pictures() { return *pictures_; }
    void setLookedAtShown(bool shown);
    bool isLookedAtShown() const { return lookedAtShown_; }
    QString sentence() const;
    /// Whether the media shown is taller than wide.
    bool isPortrait() const;
    /// The label that says what care does, and the key that lifts it; empty: it does nothing here.
    QString careLabel() const;
    void focusContent();

Q_SIGNALS:
    /// What `setItem` gave has been painted.
    void painted();
    void mediaChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMeta();
    void showHead(const usecases::ItemView& item, const QString& why);
    void takeLookedAt(const usecases::ItemView& item);
    void showLookedAt();
    void expectPaint(QWidget* widget);
    void showCare();
    void placeCare();
    bool hasPictures(const usecases::ItemView& item) const;

    PictureLoader loader_;
    QWidget* head_;
    ElidedLabel* title_;
    ElidedLabel* meta_;
    QStringList itemFacts_, fileFacts_;
    ElidedLabel* why_;
    QStackedWidget* stack_;
    PlayerPanel* player_;
    ArticleView* article_;
    PictureView* pictures_;
    QWidget* empty_;
    QLabel* emptyHead_;
    QLabel* emptyText_;
    QPushButton* emptyAction_;
    QAction* emptyRuns_ = nullptr;
    ActionTable* actions_ = nullptr;
    QString revealAction_;
    CareEffect care_;
    bool revealed_ = false;
    bool hasPictures_ = false; ///< Something that care changes is shown.
    QLabel* careLabel_;
    QualityEvidence lookedAt_;
    bool lookedAtShown_ = false;
    QAction* lookedAtAction_ = nullptr;
    QWidget* expected_ = nullptr; ///< Whose next paint shows the item.
};

} // namespace moderato::widgets
