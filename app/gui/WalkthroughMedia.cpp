// The walkthrough's steps through videos: timeline, contact sheet, care, near duplicates.
#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/WaitFor.h"
#include "app/gui/Walkthrough.h"
#include "widgets/common/CareSettings.h"
#include "widgets/common/Preferences.h"
#include "widgets/player/ContactSheet.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/player/Timeline.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/ReviewPage.h"

namespace moderato {

using namespace widgets;

namespace {

constexpr int analysisSeconds = 300;
constexpr int itemsSearched = 500;

} // namespace

bool Walkthrough::showItem(domain::ContentId id) {
    ReviewPage& page = reviewPage();
    program_.window().showPage(page.id());
    page.showItem(id);
    return expect(waitFor([&] { return page.item() && page.item()->content.id == id && !page.isBusy(); }),
                  QStringLiteral("the item was not shown"));
}

/// The first video; nothing: there is none.
std::optional<domain::ContentId> Walkthrough::video() {
    usecases::LibraryFilter videos;
    videos.kind = domain::ContentKind::Video;
    const auto found = program_.workspace().list().page(videos, usecases::LibrarySort::Oldest, {}, 1);
    return found && !found->rows.empty() ? std::optional(found->rows.front().content) : std::nullopt;
}

/// The video with its picture and its timeline on the screen.
bool Walkthrough::showVideo(domain::ContentId id) {
    ReviewPage& page = reviewPage();
    PlayerPanel& player = page.content().player();
    return showItem(id) &&
           expect(waitFor([&] { return player.view().isPictureShown(); }),
                  QStringLiteral("the video's picture was not shown")) &&
           expect(waitFor(
                      [&] {
                          return page.media().timeline() != nullptr ||
                                 page.media().state() == ItemMedia::State::Failed;
                      },
                      analysisSeconds),
                  QStringLiteral("the video was not analysed")) &&
           expect(page.media().state() == ItemMedia::State::Ready, page.media().problem());
}

void Walkthrough::setBlurEverything(bool on) {
    CareSettings settings = CareSettings::load(personName());
    settings.kinds[CareSettings::everything].blur = on;
    settings.save(personName());
    reviewPage().careChanged();
}

void Walkthrough::media() {
    const auto id = video();
    if (!id) {
        step(QStringLiteral("timeline"), [&] {
            said_ = QStringLiteral("no video in this library");
            return true;
        });
        return;
    }
    ContentPane& content = reviewPage().content();
    PlayerPanel& player = content.player();
    step(QStringLiteral("timeline"), [&] {
        if (!showVideo(*id) || !act("review.frameForward")) {
            return false;
        }
        const auto& data = *reviewPage().media().timeline();
        said_ = QStringLiteral("%1 pictures, %2 shots").arg(data.filmstrip.size()).arg(data.shots.size());
        return expect(!data.filmstrip.empty(), QStringLiteral("the filmstrip is empty"));
    });
    step(QStringLiteral("contact-sheet"), [&] {
        return act("review.contactSheet") && expect(waitFor([&] { return player.contactSheet().isOpen(); }),
                                                    QStringLiteral("the contact sheet did not open"));
    });
    press("Esc");
    step(QStringLiteral("blurred"), [&] {
        setBlurEverything(true);
        return expect(!content.careLabel().isEmpty(), QStringLiteral("the video is not blurred")) &&
               expect(waitFor([&] { return reviewPage().media().timeline() != nullptr; }),
                      QStringLiteral("the timeline did not come back"));
    });
    step(QStringLiteral("revealed"), [&] {
        program_.actions().refresh();
        sendKey(Qt::Key_V, true);
        return expect(waitFor([&] { return content.isRevealed(); }),
                      QStringLiteral("holding the key lifted nothing"));
    });
    step(QStringLiteral("blurred-again"), [&] {
        sendKey(Qt::Key_V, false);
        return expect(waitFor([&] { return !content.isRevealed(); }),
                      QStringLiteral("the picture stayed clear"));
    });
    step(QStringLiteral("care-settings"), [&] {
        setBlurEverything(false);
        return act("go.settings");
    });
    program_.window().showPage(QStringLiteral("review"));
    duplicates();
}

void Walkthrough::duplicates() {
    step(QStringLiteral("duplicates"), [&] {
        const auto items =
            program_.workspace().list().page({}, usecases::LibrarySort::Oldest, {}, itemsSearched);
        if (!expect(items.ok(), QStringLiteral("the library cannot be read"))) {
            return false;
        }
        for (const usecases::LibraryRow& row : items->rows) {
            const auto view = program_.workspace().duplicates().of(row.content);
            if (!view || view->members.empty()) {
                continue;
            }
            DuplicatesPanel& panel = reviewPage().evidence().duplicates();
            const bool shown =
                showItem(row.content) && expect(waitFor([&] { return !panel.rows().empty(); }),
                                                QStringLiteral("the near duplicates were not shown"));
            reviewPage().evidence().reveal(panel);
            said_ = shown ? QStringLiteral("%1 near duplicates").arg(view->members.size()) : said_;
            return shown;
        }
        said_ = QStringLiteral("no near duplicates in this library");
        return true;
    });
}

} // namespace moderato
