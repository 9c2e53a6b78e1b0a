#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace moderato::widgets {

/// What a reader agrees to, in plain words: what is measured and what is not, why, what is kept and how long,
/// how to withdraw. The camera starts with a tick and a button, both the reader's; nothing is ticked for
/// them. GUI thread.
class ConsentPane : public QWidget {
    Q_OBJECT
public:
    explicit ConsentPane(QWidget* parent = nullptr);

    struct Facts {
        QString reader;       ///< The pseudonym.
        QStringList features; ///< Codes; empty: nothing can be measured, and `problem` says why.
        QString problem = {};
        int items = 0;
        bool isClip = false; ///< A recorded clip stands in for the camera.
    };
    void setFacts(const Facts& facts);

    bool isAgreed() const;
    bool restsFirst() const;

Q_SIGNALS:
    void agreed(bool restFirst);
    void withoutCamera();
    void left();

private:
    void addSection(const QString& heading, const QString& text);

    QVBoxLayout* text_ = nullptr;
    QWidget* page_ = nullptr;
    QCheckBox* agree_;
    QCheckBox* rest_;
    QPushButton* start_;
    QPushButton* without_;
    QPushButton* leave_;
};

} // namespace moderato::widgets
