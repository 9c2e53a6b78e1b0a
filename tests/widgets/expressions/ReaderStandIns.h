#pragma once

#include "widgets/expressions/ReaderRun.h"

#include <QTest>

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

namespace moderato::widgets {

/// A camera that a test holds in its hand.
struct Camera {
    std::atomic<int> starts = 0, stops = 0, rewinds = 0;
    std::atomic<bool> runs = false;
    usecases::FaceFeed::Events events;
    std::optional<Error> broken; ///< What it fails with when it is turned on.
    QString source = QStringLiteral("camera");

    void take() {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::gray);
        events.frame(image);
    }
};

class CameraInHand final : public usecases::FaceFeed {
public:
    explicit CameraInHand(Camera& camera)
        : camera_(camera) {}
    QString source() const override { return camera_.source; }
    void start(Events events) override {
        ++camera_.starts;
        camera_.events = std::move(events);
        camera_.runs = true;
        if (camera_.broken) {
            camera_.events.failed(*camera_.broken);
        }
    }
    void stop() override { camera_.stops += camera_.runs.exchange(false) ? 1 : 0; }
    void rewind() override { ++camera_.rewinds; }

private:
    Camera& camera_;
};

/// A library of three articles whose category has a set of two features, and one that has none.
struct ReaderLibrary {
    Status allowed;
    std::atomic<int> opened = 0, forgotten = 0;
    std::mutex mutex;
    std::vector<usecases::ReaderMode::Session> stored;
    std::vector<qint64> withoutSet;

    ReaderServices services() {
        return {
            .mayStart =
                [this](const QString&) {
                    const std::lock_guard lock(mutex);
                    return allowed;
                },
            .task = [this](domain::ContentId id) -> Result<usecases::ReaderTask> {
                usecases::ReaderTask task{id,
                                          QStringLiteral("Item %1").arg(id.value),
                                          QStringLiteral("fun"),
                                          {"brows_raised", "lips_pressed"},
                                          {}};
                if (std::count(withoutSet.begin(), withoutSet.end(), id.value) > 0) {
                    task.features.clear();
                    task.problem = QStringLiteral("It has no set.");
                }
                return task;
            },
            .read = [](domain::ContentId id) -> Result<ReaderItemPtr> {
                auto item = std::make_shared<usecases::ItemView>();
                item->content.id = id;
                item->content.title = QStringLiteral("Item %1").arg(id.value);
                item->article.html = QStringLiteral("<p>Words to read.</p>");
                return ReaderItemPtr(item);
            },
            .store =
                [this](const usecases::ReaderMode::Session& session) -> Result<usecases::ReaderMode::Stored> {
                const std::lock_guard lock(mutex);
                stored.push_back(session);
                return usecases::ReaderMode::Stored{session.measured.present(), 1, 0, false};
            },
            .forget = [this](const QString&) -> Result<qint64> {
                const std::lock_guard lock(mutex);
                ++forgotten;
                return qint64(stored.size());
            },
            .openWatch = [this]() -> Result<std::unique_ptr<usecases::FaceWatch>> {
                ++opened;
                usecases::FaceWatch::Options options;
                options.every = std::chrono::milliseconds(0);
                return std::make_unique<usecases::FaceWatch>(
                    [](const QImage&) {
                        usecases::FaceInFrame face;
                        face.confidence = 0.9f;
                        return std::optional(face);
                    },
                    [](auto) -> Result<std::vector<usecases::ExpressionRecognizer>> {
                        return std::vector<usecases::ExpressionRecognizer>{
                            {"M001",
                             {"brows_raised"},
                             {0.5f},
                             [](const auto&) -> Result<std::vector<float>> { return std::vector{1.f}; }},
                            {"M003", {"lips_pressed"}, {0.5f}, [](const auto&) -> Result<std::vector<float>> {
                                 return std::vector{0.f};
                             }}};
                    },
                    options);
            }};
    }
    void refuse(const Error& error) {
        const std::lock_guard lock(mutex);
        allowed = error;
    }
};

inline bool waitFor(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, 20'000);
}

inline std::vector<domain::ContentId> threeItems() {
    return {domain::ContentId{1}, domain::ContentId{2}, domain::ContentId{3}};
}

} // namespace moderato::widgets
