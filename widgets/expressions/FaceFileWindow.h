#pragma once

#include "core/usecases/MatchExpressions.h"

#include <QDialog>
#include <QFuture>

#include <functional>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace moderato::widgets {

class FaceRuleModel;
class MessageBar;

/// What the window asks of the library. Reading and storing are jobs with a progress and a cancel.
struct FaceFileServices {
    using File = usecases::MatchExpressions::FaceFile;
    using Session = usecases::MatchExpressions::FaceSession;

    std::function<QFuture<Result<Session>>(const File&)> examine;
    std::function<QFuture<Result<Session>>(const File&, const Session&)> store;
    /// One small file each.
    std::function<Result<interchange::FeatureMapping>()> ownRules;
    std::function<Status(interchange::ExpressionFormat, const QString& feature, const QString& rule)> setRule;
};

/// Whose face the file is about, and what the window says of the item.
struct FaceFileItem {
    domain::ContentId id;
    QString title;
};

/// A file of another program about one reader's face, before it becomes a session: whose face it is, whether
/// it belongs to the item (rate, frames, duration, dropped frames of both sides), and the rules that make
/// features of its signals, which can be changed. Nothing is stored until a person takes it. Not modal;
/// deletes itself. GUI thread.
class FaceFileWindow : public QDialog {
    Q_OBJECT
public:
    FaceFileWindow(FaceFileServices services, FaceFileItem item, const QString& path,
                   std::function<QString(const QString& category)> nameOf, QWidget* parent = nullptr);

    bool isReading() const { return isReading_; }

Q_SIGNALS:
    /// It is in the library; `reader` may be forgotten again.
    void stored(const moderato::usecases::MatchExpressions::FaceSession& session, const QString& reader);

private:
    void build();
    void read();
    void showExamined(const Result<FaceFileServices::Session>& examined);
    void showAlignment(const usecases::ExpressionFindings& findings);
    void showState();
    void writeRule(const QString& feature, const QString& rule);
    void take();
    FaceFileServices::File file() const;

    FaceFileServices services_;
    FaceFileItem item_;
    QString path_;
    std::function<QString(const QString&)> nameOf_;
    std::optional<FaceFileServices::Session> examined_;
    bool isReading_ = false;
    quint64 latest_ = 0;
    MessageBar* message_;
    QLineEdit* reader_;
    QComboBox* format_;
    QGridLayout* figures_;
    std::vector<QLabel*> values_;
    QLabel* verdict_;
    FaceRuleModel* rules_;
    QTableView* table_;
    QPushButton* shipped_;
    QLabel* result_;
    QProgressBar* progress_;
    QPushButton* take_;
};

} // namespace moderato::widgets
