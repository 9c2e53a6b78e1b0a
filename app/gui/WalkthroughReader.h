#pragma once

#include <QString>

#include <functional>

namespace moderato {

namespace widgets {
class ReaderWindow;
class Theme;
} // namespace widgets

/// Walks through reader mode by itself, for installers and CI: consent, the calm page, items with the light
/// on, the stop, the end. With a clip as the camera. Saves a numbered screenshot a step in both sizes and
/// themes and says one line a step; waits on conditions, never on time.
class WalkthroughReader {
public:
    WalkthroughReader(widgets::ReaderWindow& window, widgets::Theme& theme, QString folder);

    /// → exit status: 0 where every step went well.
    int run();

private:
    void step(const QString& name, bool well);
    void press(const char* button);

    widgets::ReaderWindow& window_;
    widgets::Theme& theme_;
    QString folder_;
    int number_ = 0, failed_ = 0;
};

} // namespace moderato
