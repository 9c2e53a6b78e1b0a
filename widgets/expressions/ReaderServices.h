#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/usecases/FaceWatch.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/ReaderMode.h"
#include "widgets/article/PictureLoader.h"
#include "widgets/player/PlayerServices.h"

#include <functional>
#include <memory>

namespace moderato::widgets {

using ReaderItemPtr = std::shared_ptr<const usecases::ItemView>;

/// What reader mode asks of the library, as functions, so that tests can stand in for any of them. Called on
/// a worker thread.
struct ReaderServices {
    std::function<Status(const QString& reader)> mayStart;
    std::function<Result<usecases::ReaderTask>(domain::ContentId)> task;
    std::function<Result<ReaderItemPtr>(domain::ContentId)> read;
    std::function<Result<usecases::ReaderMode::Stored>(const usecases::ReaderMode::Session&)> store;
    std::function<Result<qint64>(const QString& reader)> forget;
    std::function<Result<std::unique_ptr<usecases::FaceWatch>>()> openWatch;
    PictureLoader::Decode loadPicture = {};
    PlayerServices player = {};
};

/// Those of a real library; the use cases must outlive the window. `options`: how often the camera is looked
/// at.
ReaderServices readerServices(usecases::ReaderMode& mode, usecases::ItemReader& items,
                              usecases::MatchExpressions& expressions,
                              const usecases::FaceWatch::Options& options);

} // namespace moderato::widgets
