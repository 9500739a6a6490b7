#pragma once

#include "ThemeSource.h"

#include <QWidget>

#include <optional>

namespace huying
{

enum class LineState { Online, Connecting, Offline };

/// How the desk stands with the backend, as it is shown.
struct ShownConnection {
    LineState state = LineState::Connecting;
    QString asOf; ///< the time up to which the picture is complete, as text ("14:03:22"); empty when there is none
    int waiting = 0; ///< own events not yet acknowledged
    int pictures = 0; ///< own photos not yet sent
    std::optional<int> fetched {}; ///< per cent of the closed tickets, while they are still being fetched

    bool operator==(const ShownConnection &) const = default;
};

/// A mark and a word for the line (disc, ring, crossed ring), the time of the picture, and what waits to be sent.
class ConnectionIndicator : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionIndicator(const ThemeSource &source, QWidget *parent = nullptr);

    void setConnection(const ShownConnection &connection);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part {
        QString text;
        QColor ink;
    };
    [[nodiscard]] QList<Part> parts() const;

    const ThemeSource &source;
    ShownConnection connection;
};

} // namespace huying
