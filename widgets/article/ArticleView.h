#pragma once

#include "core/domain/Prediction.h"
#include "core/interchange/HtmlSanitizer.h"
#include "widgets/common/CareEffect.h"
#include "widgets/common/LookedAt.h"

#include <QHash>
#include <QTextEdit>
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
    /// Sentences and pictures (by path) that another model looked at. While they are shown the evidence is
    /// not: a bar at the side and a dashed line, a frame with its rank.
    void setLookedAt(std::vector<domain::TextEvidence> sentences, QHash<QString, LookedAt> pictures);
    void setLookedAtShown(bool shown);
    bool isLookedAtShown() const { return lookedAtShown_; }
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
    void mark();
    std::vector<QTextCursor> placesOf(const std::vector<domain::TextEvidence>& spans) const;
    QTextEdit::ExtraSelection evidenceMark(const QTextCursor& place, double weight) const;
    QTextEdit::ExtraSelection sentenceMark(const QTextCursor& place, double weight) const;

    SafeTextBrowser* browser_;
    QLabel* removed_;
    QString title_;
    bool titleInText_ = false; ///< The article begins with its title: it is not said twice.
    interchange::SanitizedArticle article_;
    std::vector<domain::TextEvidence> evidence_;
    std::vector<domain::TextEvidence> sentences_;
    QHash<QString, LookedAt> lookedAtPictures_;
    bool evidenceShown_ = true;
    bool lookedAtShown_ = false;
    bool dirty_ = false;
};

} // namespace moderato::widgets
