#pragma once

#include "core/usecases/FaceFeed.h"
#include "widgets/expressions/ReaderServices.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace moderato::widgets {

/// What happens in reader mode, without the window: consent, the reader's face at rest, item after item, and
/// the stop. The camera runs only from a reader's consent to the end of an item or a stop, whichever comes
/// first. GUI thread; what blocks runs on a thread of its own, in order.
class ReaderRun : public QObject {
    Q_OBJECT
public:
    enum class Stage {
        Checking, ///< Whether it may begin.
        Refused,
        Consent,
        Opening, ///< Models are loaded, the camera starts.
        Resting, ///< A calm page.
        Reading,
        Stopped,
        Withdrawn,
        Finished,
    };

    /// What became of an item.
    struct Kept {
        QString title;
        std::optional<usecases::ReaderMode::Stored> stored; ///< Nothing: `problem` says why not.
        QString problem;
    };

    ReaderRun(ReaderServices services, std::unique_ptr<usecases::FaceFeed> feed, QString reader,
              std::vector<domain::ContentId> items, QObject* parent = nullptr);
    ~ReaderRun() override;

    /// Asks whether it may begin at all.
    void begin();
    /// The reader's consent: nothing looks before it.
    void agree(bool restFirst);
    /// Reads on, or from the beginning, with the camera off.
    void readWithoutCamera();
    void endResting();
    /// Ends the item, stores what was measured, and goes on to the next.
    void next();
    /// At once: the camera is off when it returns, and what was not finished is gone. Empty: the reader's own
    /// wish.
    void stop(const QString& why = {});
    /// Somebody may have signed in: stops where it may not go on.
    void checkAgain();
    /// Stops, and deletes all that there is of this reader.
    void withdraw();

    /// Where the reader is in the item; nothing: it has no time of its own. Not `counts`: a video that stands
    /// still.
    void setPlace(std::optional<std::chrono::microseconds> inItem, bool counts);
    /// The item has ended by itself: the camera is turned off and what was measured is stored; it stays on
    /// the screen.
    void itemEnded();

    Stage stage() const { return stage_; }
    const QString& sentence() const { return sentence_; } ///< Why it was refused or stopped, or what failed.
    const QString& reader() const { return reader_; }
    const std::vector<usecases::ReaderTask>& tasks() const { return tasks_; }
    QStringList features() const; ///< Of all items.
    bool isClip() const { return feed_->source() != QLatin1String("camera"); }
    int number() const { return number_; } ///< Of the item, from 0.
    const ReaderItemPtr& item() const { return item_; }
    bool isCameraOn() const { return cameraOn_; }
    bool isMeasuring() const { return measuring_; }
    bool wantsCamera() const { return wantsCamera_; }
    usecases::FaceWatch::State watched() const;
    const std::vector<Kept>& kept() const { return kept_; }
    qint64 forgotten() const { return forgotten_; } ///< Sessions that `withdraw` deleted.

    static constexpr std::chrono::seconds restingTime{5};

Q_SIGNALS:
    void changed();
    void itemShown(const moderato::widgets::ReaderItemPtr& item);

private:
    template <class Work, class Then> void later(Work work, Then then);
    void go(Stage stage, const QString& sentence = {});
    void rest();
    void startCamera();
    void stopCamera();
    void cameraFailed(const Error& error);
    void toItem(int number);
    void show(const ReaderItemPtr& item);
    void storeItem();
    void dropAll();

    /// Shared with the feed's thread: microseconds into the item, or one of these.
    static constexpr qint64 noTime = -1, doesNotCount = -2;

    const ReaderServices services_;
    const std::unique_ptr<usecases::FaceFeed> feed_;
    const QString reader_;
    const std::vector<domain::ContentId> items_;
    std::shared_ptr<usecases::FaceWatch> watch_;
    const std::shared_ptr<std::atomic<qint64>> place_;
    Stage stage_ = Stage::Checking;
    QString sentence_;
    std::vector<usecases::ReaderTask> tasks_;
    int number_ = 0;
    ReaderItemPtr item_;
    bool wantsCamera_ = false, cameraOn_ = false, measuring_ = false, restFirst_ = false;
    Timestamp startedAt_;
    std::vector<Kept> kept_;
    qint64 forgotten_ = 0;
    quint64 ticket_ = 0; ///< Answers of an older one are thrown away.
    QTimer resting_;
    QThreadPool work_;
};

} // namespace moderato::widgets
