#pragma once

#include "core/usecases/Agreement.h"
#include "core/usecases/Annotate.h"
#include "widgets/common/Panel.h"

namespace moderato::widgets {

/// What the annotators of an item said, the known answer of a gold item, and how far annotators agree. Until
/// the person has answered, only how many did is said. GUI thread.
class AnnotatorsPanel : public Panel {
    Q_OBJECT
public:
    explicit AnnotatorsPanel(QWidget* parent = nullptr);

    /// `reveal`: the person has answered, or does not mind being influenced.
    void setItem(const usecases::AnnotationView& view, const QString& person, bool reveal);
    void setAgreement(const usecases::AgreementReport& report, const QString& person);
    QString text() const;

private:
    QLabel* answers_;
    QLabel* gold_;
    QLabel* agreement_;
};

/// "2 of 3 known topics, 1 other": an answer beside the known one.
QString besideGold(const QStringList& answer, const QStringList& gold);

} // namespace moderato::widgets
