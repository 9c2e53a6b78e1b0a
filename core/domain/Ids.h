#pragma once

#include "core/base/Id.h"

namespace moderato::domain {

struct Content;
struct Topic;
struct Category;
struct Decision;
struct Flag;
struct ModelVersion;
struct TrainingRecord;
struct ReaderSession;

using ContentId = Id<Content>;
using TopicId = Id<Topic>;
using CategoryId = Id<Category>;
using DecisionId = Id<Decision>;
using FlagId = Id<Flag>;
using ModelVersionId = Id<ModelVersion>;
using TrainingRecordId = Id<TrainingRecord>;
using ReaderSessionId = Id<ReaderSession>;

} // namespace moderato::domain
