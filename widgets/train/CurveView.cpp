#include "widgets/train/CurveView.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace moderato::widgets {

CurveView::CurveView(QWidget* parent)
    : QWidget(parent)
    , scoreName_(tr("held-out score")) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Learning curve"));
}

QString CurveView::sentenceOf(const usecases::TrainRound& round) const {
    QString sentence =
        tr("Round %1: loss %2").arg(QString::number(round.number), Format::score(round.loss, 3));
    if (std::isfinite(round.heldOutScore)) {
        sentence += tr(", %1 %2").arg(scoreName_, Format::percent(round.heldOutScore));
    }
    if (std::isfinite(round.satisfiedShare)) {
        sentence += tr(", pairs satisfied %1").arg(Format::percent(round.satisfiedShare));
    }
    if (std::isfinite(round.lossShare)) {
        sentence += tr(", triplets with a loss %1").arg(Format::percent(round.lossShare));
    }
    return sentence;
}

void CurveView::clear() {
    rounds_.clear();
    pointed_ = -1;
    update();
}

void CurveView::add(const usecases::TrainRound& round) {
    rounds_.push_back(round);
    setAccessibleDescription(sentenceOf(round));
    update();
}

void CurveView::setScoreName(const QString& name) {
    scoreName_ = name;
    update();
}

QSize CurveView::sizeHint() const {
    return {scaled(420), scaled(200)};
}

QSize CurveView::minimumSizeHint() const {
    return {scaled(240), scaled(150)};
}

QRectF CurveView::plot() const {
    return QRectF(rect()).adjusted(scaled(44), scaled(12), -scaled(104), -scaled(28));
}

double CurveView::x(std::size_t index) const {
    const QRectF area = plot();
    const std::size_t span = std::max<std::size_t>(rounds_.size() - 1, 4);
    return area.left() + area.width() * double(index) / double(span);
}

void CurveView::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = textFont(TextSize::Small);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const QRectF area = plot();

    const bool scored = rounds_.empty() || std::any_of(rounds_.begin(), rounds_.end(), [](const auto& round) {
                            return std::isfinite(round.heldOutScore);
                        });
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const double y = std::floor(area.bottom() - area.height() * share) + 0.5;
        painter.setPen(QPen(share == 0.0 ? t.lineStrong : t.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        if (!scored) {
            continue; // The loss has no scale of its own to read off.
        }
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, area.left() - grid, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, Format::percent(share));
    }
    if (rounds_.empty()) {
        painter.setPen(t.textMuted);
        painter.drawText(area, Qt::AlignCenter, tr("The curve of the next run appears here."));
        return;
    }
    const std::size_t step = std::max<std::size_t>(1, (rounds_.size() + 9) / 10);
    for (std::size_t i = 0; i < rounds_.size(); i += step) {
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(x(i) - 24, area.bottom() + 6, 48, metrics.height()), Qt::AlignCenter,
                         QString::number(rounds_[i].number));
    }

    double top = 0;
    for (const auto& round : rounds_) {
        top = std::isfinite(round.loss) ? std::max(top, round.loss) : top;
    }
    const auto line = [&](const std::function<double(const usecases::TrainRound&)>& share,
                          const QColor& color, double width, const QString& name, double avoid) {
        QPainterPath path;
        bool open = false;
        QPointF last;
        for (std::size_t i = 0; i < rounds_.size(); ++i) {
            const double value = share(rounds_[i]);
            if (!std::isfinite(value)) {
                open = false;
                continue;
            }
            last = QPointF(x(i), area.bottom() - area.height() * std::clamp(value, 0.0, 1.0));
            open ? path.lineTo(last) : path.moveTo(last);
            open = true;
        }
        if (last.isNull()) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(last, 3, 3);
        double y = last.y();
        if (std::isfinite(avoid) && std::abs(y - avoid) < 2 * metrics.height()) {
            y = avoid + (y >= avoid ? 2 : -2) * metrics.height();
        }
        painter.setPen(color);
        painter.drawText(QRectF(std::max(last.x(), area.left()) + grid, y - metrics.height(), scaled(100),
                                2 * metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        return y;
    };
    const auto& end = rounds_.back();
    const double at = line([](const auto& r) { return r.heldOutScore; }, t.accentText, 2,
                           QStringLiteral("%1\n%2").arg(scoreName_, Format::percent(end.heldOutScore)),
                           std::numeric_limits<double>::quiet_NaN());
    line([top](const auto& r) { return top > 0 ? r.loss / top : std::numeric_limits<double>::quiet_NaN(); },
         t.textMuted, 1.5, QStringLiteral("%1\n%2").arg(tr("loss"), Format::score(end.loss, 3)), at);

    if (pointed_ >= 0 && pointed_ < int(rounds_.size())) {
        const auto& round = rounds_[std::size_t(pointed_)];
        const QString text = sentenceOf(round);
        const double at = x(std::size_t(pointed_));
        painter.setPen(QPen(t.lineStrong, 1));
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
        const double width = metrics.horizontalAdvance(text) + 2 * grid;
        const QRectF box(
            std::clamp(at - width / 2, area.left(), std::max(area.left(), this->width() - width)), area.top(),
            width, metrics.height() + grid);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(t.text);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void CurveView::mouseMoveEvent(QMouseEvent* event) {
    pointed_ = -1;
    double best = scaled(24);
    for (std::size_t i = 0; i < rounds_.size(); ++i) {
        if (const double away = std::abs(x(i) - event->position().x()); away < best) {
            best = away;
            pointed_ = int(i);
        }
    }
    update();
}

void CurveView::leaveEvent(QEvent*) {
    pointed_ = -1;
    update();
}

} // namespace moderato::widgets
