// The walkthrough's steps on the annotate page: topics, blind answers, the tag library; and pictures of it.
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/WaitFor.h"
#include "app/gui/Walkthrough.h"
#include "core/media/DecoderProcess.h"
#include "widgets/annotate/AnnotatePage.h"
#include "widgets/annotate/TagDialog.h"
#include "widgets/annotate/TagModel.h"
#include "widgets/annotate/TopicStrip.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/ContentPane.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QPixmap>

namespace moderato {

using namespace widgets;

namespace {

constexpr int itemsSearched = 500;

AnnotatePage& pageOf(Application& program) {
    return *qobject_cast<AnnotatePage*>(program.window().page(QStringLiteral("annotate")));
}

/// A landscape video, a portrait one and a Chinese article, as far as the library has them.
std::vector<std::pair<QString, domain::ContentId>> samples(Application& program) {
    std::vector<std::pair<QString, domain::ContentId>> found;
    const auto items = program.workspace().list().page({}, usecases::LibrarySort::Oldest, {}, itemsSearched);
    if (!items) {
        return found;
    }
    const auto add = [&](const char* name, domain::ContentId id) {
        for (const auto& [known, other] : found) {
            if (known == QLatin1String(name)) {
                return;
            }
        }
        found.emplace_back(QLatin1String(name), id);
    };
    for (const usecases::LibraryRow& row : items->rows) {
        if (row.kind == domain::ContentKind::Article && row.language == QLatin1String("zh")) {
            add("chinese", row.content);
        } else if (row.kind == domain::ContentKind::Video && row.mediaProblem.isEmpty()) {
            const auto item = program.workspace().items().read(row.content);
            if (!item.ok() || !(*item)->content.media) {
                continue;
            }
            const auto probe = program.workspace().decoder().probe((*item)->content.media->path);
            if (probe.ok() && probe->video()) {
                const QSize size = probe->displaySize();
                add(size.height() > size.width() ? "portrait" : "landscape", row.content);
            }
        }
    }
    return found;
}

/// A video's size is known, too: the candidates turn with it.
bool isShown(AnnotatePage& page) {
    PlayerPanel& player = page.content().player();
    return page.item()->content.kind != domain::ContentKind::Video ||
           (player.view().isPictureShown() && player.state().frames > 0 && player.state().size.isValid());
}

} // namespace

bool Walkthrough::showToAnnotate(domain::ContentId id) {
    AnnotatePage& page = pageOf(program_);
    program_.window().showPage(page.id());
    page.showItem(id);
    if (!expect(waitFor([&] { return page.item() && page.item()->content.id == id && !page.isBusy(); }),
                QStringLiteral("the item was not shown"))) {
        return false;
    }
    return expect(waitFor([&] { return isShown(page); }), QStringLiteral("the video was not shown"));
}

void Walkthrough::annotate() {
    AnnotatePage& page = pageOf(program_);
    step(QStringLiteral("annotate"), [&] {
        if (!act("go.annotate") || !expect(waitFor([&] { return page.item() && !page.isBusy(); }),
                                           QStringLiteral("there is nothing to annotate"))) {
            return false;
        }
        return expect(waitFor([&] { return isShown(page); }), QStringLiteral("the video was not shown"));
    });
    step(QStringLiteral("annotate-topics"), [&] {
        TopicBox& box = page.strip().box();
        const auto had = box.topics().size();
        if (!act("annotate.topics") || !expect(waitFor([&] { return box.isListOpen(); }),
                                               QStringLiteral("the list of topics did not open"))) {
            return false;
        }
        press("Return");
        return expect(waitFor([&] { return box.topics().size() == had + 1; }),
                      QStringLiteral("no topic was taken"));
    });
    step(QStringLiteral("annotate-answer"), [&] {
        press("Esc");
        const auto id = page.item()->content.id;
        return act("annotate.answer") &&
               expect(waitFor([&] {
                          return !page.isBusy() && page.item() &&
                                 (page.item()->content.id != id || page.isComparing());
                      }),
                      QStringLiteral("the answer did not reach the library"));
    });
    step(QStringLiteral("tag-library"), [&] {
        if (!act("annotate.tags")) {
            return false;
        }
        TagDialog& dialog = *page.tagDialog();
        const bool listed = waitFor([&] { return dialog.model().rowCount() > 0; });
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        dialog.grab().save(QDir(folder_).filePath(QStringLiteral("tag-library.png")));
        dialog.close();
        return expect(listed, QStringLiteral("the tag library is empty"));
    });
    program_.window().activateWindow();
    waitFor([&] { return program_.window().isActiveWindow(); });
}

void Walkthrough::annotatePages(const QString& theme, int width, int height) {
    program_.window().resize(width, height);
    for (const auto& [name, id] : samples(program_)) {
        step(QStringLiteral("annotate-%1-%2-%3").arg(name, theme).arg(width), [&, id = id] {
            if (!showToAnnotate(id) || !act("annotate.topics")) {
                return false;
            }
            return expect(waitFor([&] { return pageOf(program_).strip().box().isListOpen(); }),
                          QStringLiteral("the list of topics did not open"));
        });
        press("Esc");
        press("Esc");
    }
}

} // namespace moderato
