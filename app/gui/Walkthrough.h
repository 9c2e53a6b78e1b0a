#pragma once

#include "core/domain/Content.h"
#include "core/domain/Ids.h"

#include <QString>
#include <Qt>

#include <functional>
#include <optional>

class QWidget;

namespace moderato {

class Application;

namespace widgets {
class ReviewPage;
}

/// Walks through the main job by itself, with keys and the real actions, for installers and CI: review,
/// correct, topics, disallow, undo, skip, train, promote, search, dark theme. Saves a numbered screenshot a
/// step and says one line a step. Waits on conditions, never on time.
class Walkthrough {
public:
    Walkthrough(Application& program, const QString& folder);

    /// → exit status: 0 where every step went well.
    int run();
    /// Only pictures of every page, in both sizes and themes.
    int shootPages();

private:
    /// Runs a step; a step says what it saw, or fails with a sentence.
    void step(const QString& name, const std::function<bool()>& work);
    bool expect(bool condition, const QString& otherwise);
    void press(const char* keys, QWidget* widget = nullptr);
    bool act(const char* id);
    void shoot(const QString& name);
    bool waitForItem();

    widgets::ReviewPage& reviewPage();
    void sendKey(Qt::Key key, bool down);

    void review();
    // WalkthroughMedia.cpp
    void media();
    void duplicates();
    bool showItem(domain::ContentId id);
    bool showVideo(domain::ContentId id);
    std::optional<domain::ContentId> video();
    void setBlurEverything(bool on);
    // WalkthroughAnnotate.cpp
    void annotate();
    void annotatePages(const QString& theme, int width, int height);
    bool showToAnnotate(domain::ContentId id);
    // WalkthroughExpressions.cpp
    std::optional<domain::ContentId> itemWithReaders();
    void expressionPages(const QString& theme, int width);
    bool showFaceFile(domain::ContentId id, const QString& name);

    // WalkthroughQuality.cpp
    std::optional<domain::ContentId> itemWithQuality(domain::ContentKind kind);
    void qualityPages(const QString& theme, int width);

    void trainAndPromote();
    void library();
    void pagesIn(const QString& theme, int width, int height);

    Application& program_;
    QString folder_;
    int number_ = 0;
    int failed_ = 0;
    QString said_;
};

} // namespace moderato
