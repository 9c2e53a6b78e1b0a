#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace moderato::domain {

/// What a consenting reader's face showed while an item was on the screen: features and their match result,
/// never pictures (S4.3, S4.9).
struct ReaderSession {
    ReaderSessionId id;
    ContentId content;
    QString reader;       ///< A pseudonym; deleted with the reader's data.
    QString category;     ///< Whose sets were matched.
    QStringList features; ///< Codes of S4.1 that were present.
    int matchResult = 0;  ///< +1 for each feature in the positive set, −1 in the negative (S4.4).
    Timestamp startedAt;
    QString source = QStringLiteral("results"); ///< "results" (match results), or the file's format.
    std::optional<double> faceShare = {};       ///< Of its frames, those with a face.
    QStringList untold = {}; ///< Features that its source could not tell: they count neither way.

    bool operator==(const ReaderSession&) const = default;
};

/// How much of a stretch of time (as long as until the next one's start) a reader showed a feature.
struct ExpressionStretch {
    QString feature;
    qint64 startUs = 0; ///< From the item's beginning.
    double share = 0;   ///< Of the frames with a face, 0…1.

    bool operator==(const ExpressionStretch&) const = default;
};

/// What a category should evoke and should not (S4.2), as feature codes.
struct ExpressionSet {
    QString category;
    QStringList positive;
    QStringList negative;

    bool operator==(const ExpressionSet&) const = default;
};

/// Readers' results on one item put together (S4.5). Never shown without n.
struct ExpressionAggregate {
    int readers = 0; ///< n
    int below = 0;   ///< Results below the threshold.
    double mean = 0;
    double low = 0, high = 0; ///< 95 % interval of the mean.
    struct FeatureShare {
        QString feature;
        int count = 0;
        bool positive = true;
        bool operator==(const FeatureShare&) const = default;
    };
    std::vector<FeatureShare> features;
    QMap<int, int> results; ///< Match result → readers who had it.

    bool operator==(const ExpressionAggregate&) const = default;
};

/// How a feature goes along an item's time, over its readers.
struct ExpressionCurve {
    struct Point {
        qint64 startUs = 0;
        double share = 0; ///< Mean over the readers, 0…1.
        int readers = 0;  ///< n
        bool operator==(const Point&) const = default;
    };
    QString feature;
    std::vector<Point> points; ///< By time.

    bool operator==(const ExpressionCurve&) const = default;
};

enum class ExpressionFinding {
    NotEnough, ///< Readers, or what they can tell.
    Belongs,
    DoesNotBelong,
};

/// What an item's readers say together by the sequential rule, beside the document's (S4.5).
struct ExpressionEvidence {
    QString category;    ///< In which its readers' results were weighed.
    double logRatio = 0; ///< Of “does not belong” over “belongs”, in nats.
    int readers = 0;     ///< n
    ExpressionFinding finding = ExpressionFinding::NotEnough;
    /// With NotEnough: readers that it would take on, if they go on like this; 0: unknown.
    int readersToGo = 0;

    bool operator==(const ExpressionEvidence&) const = default;
};

/// One change of an expression set, in the order in which they were made.
struct ExpressionSetChange {
    enum class Kind {
        Add,
        Remove,
        Refuse, ///< A proposal that a person refused: it is not made again on no more readers.
    };
    Timestamp at = {};
    QString person = {};
    QString category = {};
    bool positive = true;
    QString feature = {};
    Kind kind = Kind::Add;
    /// Where the program had proposed it: readers, and the share of them that showed the feature.
    std::optional<int> readers = {};
    std::optional<double> share = {};

    bool operator==(const ExpressionSetChange&) const = default;
};

QString toCode(ExpressionSetChange::Kind kind); ///< "add", "remove", "refuse".

QString toCode(ExpressionFinding finding); ///< "not_enough", "belongs", "does_not_belong".
std::optional<ExpressionFinding> expressionFindingFromCode(QStringView code);

} // namespace moderato::domain
