#pragma once

#include "core/domain/Prediction.h"
#include "core/interchange/HtmlSanitizer.h"
#include "widgets/common/CareEffect.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace moderato::widgets {

class PictureLoader;
class SafeTextBrowser;

/// An article as a page to read: sanitised HTML in lines of about 70 characters, its pictures, what spoke for
/// the model's answer marked in the text, and below it what was left out. Nothing is ever loaded from the
/// network or from a file the article names. GUI thread.
class ArticleView : public QWidget {
    Q_OBJECT
public:
    explicit ArticleView(PictureLoader& pictures, QWidget* parent = nullptr);

    void setArticle(const QString& title, const interchange::SanitizedArticle& article);
    /// Offsets count in the title or in the article's `plainText`.
    void setEvidence(std::vector<domain::TextEvidence> evidence);
    void setEvidenceShown(bool shown);
    bool isEvidenceShown() const { return evidenceShown_; }
    void clear();

    SafeTextBrowser& browser() { return *browser_; }
    QString removedText() const;

    /// The pictures of an article that will be shown next.
    static void preload(PictureLoader& pictures, const interchange::SanitizedArticle& article,
                        const CareEffect& care);

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void load();
    void setMeasure();
    void sizeHeadings();
    void markEvidence();

    SafeTextBrowser* browser_;
    QLabel* removed_;
    QString title_;
    bool titleInText_ = false; ///< The article begins with its title: it is not said twice.
    interchange::SanitizedArticle article_;
    std::vector<domain::TextEvidence> evidence_;
    bool evidenceShown_ = true;
    bool dirty_ = false;
};

} // namespace moderato::widgets
