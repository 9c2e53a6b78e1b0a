#pragma once

#include "widgets/review/QualityTasks.h"

#include <QWidget>

class QPainter;

namespace moderato::widgets {

/// One task's quality. Where it has a label: the degree on a scale of 0 to 100 with the reference marked, the
/// number and the label. Where it is predicted: the probability that it is positive, what is predicted and
/// how sure that is; "≠" where label and prediction differ.
class QualityRow : public QWidget {
    Q_OBJECT
public:
    /// `besidePredictions`: rows of the same panel show predictions; the columns are the same in all.
    QualityRow(QualityTask task, bool besidePredictions, QWidget* parent = nullptr);

    const QualityTask& task() const { return task_; }
    /// "consumption", "expert", "passed on from similar content".
    static QString originName(domain::QualityLabel::Origin origin);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString name, number, word;
        double value = 0; ///< 0…1.
        double mark = -1; ///< On the same scale; below 0: none.
        bool predicted = false, strong = false, muted = false;
    };
    Line labelLine() const;
    Line predictionLine() const;
    void paintLine(QPainter& painter, const QRect& place, const Line& line) const;
    int wordsWidth() const;
    bool isWide() const;
    QString sentences() const;
    QString predictedWord(bool positive, double confidence) const;

    QualityTask task_;
    QString name_;
    bool besidePredictions_;
};

} // namespace moderato::widgets
