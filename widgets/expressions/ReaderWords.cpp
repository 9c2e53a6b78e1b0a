#include "widgets/expressions/ReaderWords.h"

namespace moderato::widgets {

QString ReaderWords::feature(const QString& code) {
    const std::pair<const char*, QString> names[] = {
        {"brows_raised", tr("raised brows")},
        {"brows_pressed_down", tr("brows pressed down")},
        {"glabella_furrowed", tr("furrows between the brows")},
        {"eyes_wide_open", tr("eyes wide open")},
        {"eyes_squinting", tr("squinting eyes")},
        {"lip_corners_back_up", tr("corners of the lips drawn back and up")},
        {"lips_pressed", tr("pressed lips")},
        {"lip_corners_down", tr("corners of the lips drawn down")},
        {"teeth_exposed", tr("teeth that show")},
        {"nose_wrinkled", tr("wrinkled nose")},
        {"nostrils_enlarged", tr("enlarged nostrils")},
        {"cheeks_raised", tr("raised cheeks")},
        {"cheeks_dropped", tr("dropped cheeks")},
    };
    for (const auto& [known, name] : names) {
        if (code == QLatin1String(known)) {
            return name;
        }
    }
    return code;
}

QString ReaderWords::features(const QStringList& codes) {
    QStringList names;
    for (const QString& code : codes) {
        names << feature(code);
    }
    return names.join(tr(", "));
}

} // namespace moderato::widgets
