#pragma once

#include "ReferenceShapes.h"

#include <QObject>

#include <memory>
#include <thread>

namespace huying
{

/// Which reference layers the map shows, and what they look like; they are made ready on a thread of their own.
class ReferenceLayers : public QObject
{
    Q_OBJECT
public:
    explicit ReferenceLayers(QObject *parent = nullptr);
    ~ReferenceLayers() override;

    void set(const std::map<std::string, ReferenceLayer> &layers);
    /// What they are called, in the order of their names.
    QStringList names() const;

    enum class Shown : std::uint8_t { All, One, None };
    /// `name` of the one.
    void show(Shown shown, const QString &name = {});

    /// Those shown; never null, empty while they are being made.
    const std::shared_ptr<const ReferenceShapes> &shapes() const { return shapes_; }

signals:
    /// Other layers are there.
    void listChanged();
    void shapesChanged();

private:
    void make();
    void take(std::shared_ptr<const ReferenceShapes> shapes);

    std::vector<ReferenceLayer> layers_;
    Shown shown_ = Shown::All;
    QString only_;
    std::shared_ptr<const ReferenceShapes> shapes_ = std::make_shared<const ReferenceShapes>();
    int made_ = 0; ///< counts the makings, so that an older one's end is no end
    std::jthread maker_;
};

} // namespace huying
