#pragma once

#include "widgets/expressions/ReaderRun.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;
class QStackedWidget;

namespace moderato::widgets {

class CameraLight;
class ConsentPane;
class ReaderContent;
class ReaderPane;

/// Reader mode's own window: the content, a light, and one key that stops the camera. Nothing of the
/// workstation is in it. Owns its run; GUI thread.
class ReaderWindow : public QWidget {
    Q_OBJECT
public:
    ReaderWindow(ReaderServices services, std::unique_ptr<usecases::FaceFeed> feed, const QString& reader,
                 std::vector<domain::ContentId> items, QWidget* parent = nullptr);
    ~ReaderWindow() override;

    ReaderRun& run() { return *run_; }
    ConsentPane* consent() { return consent_; } ///< nullptr: it was not asked (yet).
    ReaderContent& content() { return *content_; }
    ReaderPane& pane() { return *pane_; }
    CameraLight& light() { return *light_; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeBottom();
    void follow();
    void showPane();
    void showResting();
    void showStopped();
    void showFinished();
    void showStatus();
    void addWithdraw();
    QString keptText() const;
    bool hasKept() const;

    ReaderRun* run_;
    CameraLight* light_;
    QLabel* status_;
    QWidget* stopKey_;
    QPushButton* stop_;
    QPushButton* withdraw_;
    QStackedWidget* stack_;
    ReaderPane* pane_;
    ConsentPane* consent_ = nullptr;
    ReaderContent* content_;
    QWidget* bottom_;
    QPushButton* play_;
    QLabel* time_;
    QLabel* place_;
    QPushButton* next_;
    QLabel* playCap_ = nullptr;
    QShortcut* playKey_ = nullptr;
    QShortcut* nextKey_ = nullptr;
    QTimer look_; ///< At what the camera sees.
};

} // namespace moderato::widgets
