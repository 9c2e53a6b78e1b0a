#include "widgets/article/ArticleView.h"

#include "widgets/article/EvidenceMap.h"
#include "widgets/article/PictureLoader.h"
#include "widgets/article/SafeTextBrowser.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr int charactersALine = 70;
constexpr qsizetype htmlAtMost =
    300'000; ///< Longer ones are laid out too slowly: their beginning is shown as plain text.
constexpr qsizetype plainAtMost = 200'000;

QString articleStyle(const Tokens& colors) {
    return QStringLiteral("h1 { font-size: %1px; font-weight: 600; margin-top: 8px; margin-bottom: 12px; }"
                          "h2, h3, h4, h5, h6 { font-size: %2px; font-weight: 600; margin-top: 16px; "
                          "margin-bottom: 4px; }"
                          "p, li, blockquote { line-height: 118%; margin-top: 0px; margin-bottom: 10px; }"
                          "blockquote { color: %3; margin-left: 16px; }"
                          "a { color: %4; } code, pre { font-family: monospace; }"
                          "th, td { padding: 4px; }")
        .arg(scaled(int(TextSize::Title)))
        .arg(scaled(int(TextSize::Head)))
        .arg(colors.textMuted.name(), colors.accentText.name());
}

} // namespace

ArticleView::ArticleView(PictureLoader& pictures, QWidget* parent)
    : QWidget(parent)
    , browser_(new SafeTextBrowser(pictures))
    , removed_(new QLabel) {
    browser_->setFrameShape(QFrame::NoFrame);
    browser_->setAccessibleName(tr("Article"));
    removed_->setWordWrap(true);
    removed_->setContentsMargins(2 * grid, halfGrid, 2 * grid, halfGrid);
    removed_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(removed_, "small");
    removed_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(browser_, 1);
    layout->addWidget(removed_);
    setFocusProxy(browser_);
    connect(browser_, &SafeTextBrowser::resized, this, &ArticleView::setMeasure);
}

void ArticleView::setArticle(const QString& title, const interchange::SanitizedArticle& article) {
    title_ = title;
    article_ = article;
    evidence_.clear();
    sentences_.clear();
    lookedAtPictures_.clear();
    load();
    browser_->verticalScrollBar()->setValue(0);
}

void ArticleView::clear() {
    setArticle({}, {});
}

void ArticleView::preload(PictureLoader& pictures, const interchange::SanitizedArticle& article,
                          const CareEffect& care) {
    for (const interchange::ArticleImage& image : article.images) {
        pictures.preload(image.path, care);
    }
}

QString ArticleView::removedText() const {
    return removed_->text();
}

void ArticleView::load() {
    QHash<QString, QString> paths;
    for (const interchange::ArticleImage& image : article_.images) {
        paths.insert(image.url, image.path);
    }
    browser_->setPictures(std::move(paths));
    QTextDocument* document = browser_->document();
    document->clear();
    document->setDefaultStyleSheet(articleStyle(tokens(palette())));
    document->setDefaultFont(textFont(TextSize::Head));
    setMeasure();

    const QString firstLine = article_.plainText.section(QLatin1Char('\n'), 0, 0).simplified();
    titleInText_ = title_.isEmpty() || firstLine == title_.simplified();
    const bool tooLong = article_.html.size() > htmlAtMost;
    const QString body = tooLong ? QStringLiteral("<p>%1</p>")
                                       .arg(article_.plainText.left(plainAtMost)
                                                .toHtmlEscaped()
                                                .replace(QLatin1String("\n"), QLatin1String("<br>")))
                                 : article_.html;
    browser_->setHtml(titleInText_ ? body
                                   : QStringLiteral("<h1>%1</h1>%2").arg(title_.toHtmlEscaped(), body));
    sizeHeadings();
    setMeasure(); // setHtml makes a new root frame

    QStringList notes = article_.removed;
    if (article_.hiddenPassages > 0) {
        notes.prepend(tr("%n hidden passage(s), marked in the text.", nullptr, article_.hiddenPassages));
    }
    if (tooLong) {
        notes.prepend(tr("Very long: the beginning is shown, as plain text."));
    }
    if (notes.size() > 4) {
        const int more = int(notes.size()) - 4;
        removed_->setToolTip(notes.join(QLatin1Char('\n')));
        notes = notes.mid(0, 4) << tr("%n more.", nullptr, more);
    } else {
        removed_->setToolTip({});
    }
    removed_->setText(notes.join(QStringLiteral("  ·  ")));
    removed_->setVisible(!notes.isEmpty());
    mark();
    dirty_ = false;
}

/// Headings in the program's own sizes: Qt's grow by steps that no style sheet overrules.
void ArticleView::sizeHeadings() {
    QTextDocument* document = browser_->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level <= 0) {
            continue;
        }
        std::vector<std::pair<QTextCursor, QTextCharFormat>>
            parts; // collected first: changing moves fragments
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCursor cursor(document);
            cursor.setPosition(part.fragment().position());
            cursor.setPosition(part.fragment().position() + part.fragment().length(),
                               QTextCursor::KeepAnchor);
            QTextCharFormat format = part.fragment().charFormat();
            format.clearProperty(QTextFormat::FontSizeAdjustment);
            format.setFont(textFont(level == 1 ? TextSize::Title : TextSize::Head, QFont::DemiBold),
                           QTextCharFormat::FontPropertiesSpecifiedOnly);
            parts.emplace_back(cursor, format);
        }
        for (auto& [cursor, format] : parts) {
            cursor.setCharFormat(format);
        }
    }
}

void ArticleView::setMeasure() {
    const int room = browser_->viewport()->width();
    const QString letters = QStringLiteral("the quick brown fox jumps over the lazy dog ");
    const int text = QFontMetrics(textFont(TextSize::Head)).horizontalAdvance(letters) * charactersALine /
                     int(letters.size());
    const int margin = std::max(2 * grid, (room - text) / 2);
    QTextFrameFormat frame = browser_->document()->rootFrame()->frameFormat();
    browser_->document()->setDocumentMargin(0);
    frame.setLeftMargin(margin);
    frame.setRightMargin(margin);
    frame.setTopMargin(2 * grid);
    frame.setBottomMargin(3 * grid);
    browser_->document()->rootFrame()->setFrameFormat(frame);
    browser_->setPictureWidth(std::min(room - 2 * margin, 1200));
}

void ArticleView::setEvidence(std::vector<domain::TextEvidence> evidence) {
    evidence_ = std::move(evidence);
    mark();
}

void ArticleView::setEvidenceShown(bool shown) {
    evidenceShown_ = shown;
    mark();
}

void ArticleView::setLookedAt(std::vector<domain::TextEvidence> sentences,
                              QHash<QString, LookedAt> pictures) {
    sentences_ = std::move(sentences);
    lookedAtPictures_ = std::move(pictures);
    mark();
}

void ArticleView::setLookedAtShown(bool shown) {
    lookedAtShown_ = shown;
    mark();
}

/// Where the spans stand in the document; a null cursor: nowhere.
std::vector<QTextCursor> ArticleView::placesOf(const std::vector<domain::TextEvidence>& spans) const {
    const QString shown = browser_->toPlainText();
    const int titleEnd = titleInText_ ? 0 : int(browser_->document()->firstBlock().length());
    const std::vector<int> title = mapOffsets(title_, shown);
    const std::vector<int> body = mapOffsets(article_.plainText.left(plainAtMost), shown, titleEnd);
    std::vector<QTextCursor> places;
    for (const domain::TextEvidence& span : spans) {
        const std::vector<int>& map = span.field == domain::TextEvidence::Field::Title ? title : body;
        const qint64 end = std::min<qint64>(qint64(span.begin) + span.length, qint64(map.size()));
        int first = -1, last = -1;
        for (qint64 i = std::max(0, span.begin); i < end; ++i) {
            if (map[std::size_t(i)] >= 0) {
                first = first < 0 ? map[std::size_t(i)] : first;
                last = map[std::size_t(i)];
            }
        }
        QTextCursor& place = places.emplace_back();
        if (first >= 0) {
            place = QTextCursor(browser_->document());
            place.setPosition(first);
            place.setPosition(last + 1, QTextCursor::KeepAnchor);
        }
    }
    return places;
}

/// Speaks for the answer: a solid line and a tint that grows with the weight; against it: a dotted line only.
QTextEdit::ExtraSelection ArticleView::evidenceMark(const QTextCursor& place, double weight) const {
    const Tokens& colors = tokens(palette());
    QTextEdit::ExtraSelection mark;
    mark.cursor = place;
    if (weight > 0) {
        QColor tint = colors.accent;
        tint.setAlphaF(float(0.06 + 0.16 * std::min(1.0, weight)));
        mark.format.setBackground(tint);
        mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        mark.format.setUnderlineColor(colors.accent);
    } else {
        mark.format.setUnderlineStyle(QTextCharFormat::DotLine);
        mark.format.setUnderlineColor(colors.textMuted);
    }
    return mark;
}

QTextEdit::ExtraSelection ArticleView::sentenceMark(const QTextCursor& place, double weight) const {
    QTextEdit::ExtraSelection mark;
    mark.cursor = place;
    QColor tint = lookedAtColor(palette());
    mark.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
    mark.format.setUnderlineColor(tint);
    tint.setAlphaF(float(0.04 + 0.14 * std::clamp(weight, 0.0, 1.0)));
    mark.format.setBackground(tint);
    return mark;
}

void ArticleView::mark() {
    QList<QTextEdit::ExtraSelection> marks;
    std::vector<SafeTextBrowser::SideBar> bars;
    const bool sentences = lookedAtShown_;
    const auto& spans = sentences ? sentences_ : evidence_;
    if ((sentences || evidenceShown_) && !spans.empty()) {
        const std::vector<QTextCursor> places = placesOf(spans);
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (places[i].isNull()) {
                continue;
            }
            marks.append(sentences ? sentenceMark(places[i], spans[i].weight)
                                   : evidenceMark(places[i], spans[i].weight));
            if (sentences) {
                bars.push_back({places[i].selectionStart(), places[i].selectionEnd(), spans[i].weight});
            }
        }
    }
    browser_->setExtraSelections(marks);
    browser_->setSideBars(std::move(bars));
    browser_->setPictureMarks(sentences ? lookedAtPictures_ : QHash<QString, LookedAt>());
}

void ArticleView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && !dirty_) {
        dirty_ = true; // colours and sizes stand in the document: made anew, once
        QMetaObject::invokeMethod(this, &ArticleView::load, Qt::QueuedConnection);
    }
}

bool ArticleView::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Polish) {
        setMeasure();
    }
    return done;
}

} // namespace moderato::widgets
