#include "ReferenceLayers.h"

#include <algorithm>

namespace huying
{

ReferenceLayers::ReferenceLayers(QObject *parent) : QObject(parent) {}

ReferenceLayers::~ReferenceLayers() = default;

void ReferenceLayers::set(const std::map<std::string, ReferenceLayer> &layers)
{
    std::vector<ReferenceLayer> all;
    all.reserve(layers.size());
    for (const auto &[name, layer] : layers) {
        all.push_back(layer);
    }
    if (all == layers_) {
        return;
    }
    layers_ = std::move(all);
    if (shown_ == Shown::One && !names().contains(only_)) {
        shown_ = Shown::All;
    }
    emit listChanged();
    make();
}

QStringList ReferenceLayers::names() const
{
    QStringList names;
    for (const ReferenceLayer &layer : layers_) {
        names << QString::fromStdString(layer.name);
    }
    return names;
}

void ReferenceLayers::show(Shown shown, const QString &name)
{
    if (shown != shown_ || name != only_) {
        shown_ = shown;
        only_ = name;
        make();
    }
}

void ReferenceLayers::make()
{
    std::vector<ReferenceLayer> wanted;
    if (shown_ != Shown::None) {
        std::ranges::copy_if(layers_, std::back_inserter(wanted),
            [this](const ReferenceLayer &layer) { return shown_ == Shown::All || layer.name == only_.toStdString(); });
    }
    const int number = ++made_;
    maker_ = {}; // an older one is stopped and waited for
    if (wanted.empty()) {
        return take(std::make_shared<const ReferenceShapes>());
    }
    maker_ = std::jthread([this, number, wanted = std::move(wanted)](const std::stop_token &stop) {
        auto shapes = std::make_shared<const ReferenceShapes>(referenceShapesOf(wanted, stop));
        QMetaObject::invokeMethod(
            this,
            [this, number, shapes] {
                if (number == made_) {
                    take(shapes);
                }
            },
            Qt::QueuedConnection);
    });
}

void ReferenceLayers::take(std::shared_ptr<const ReferenceShapes> shapes)
{
    shapes_ = std::move(shapes);
    emit shapesChanged();
}

} // namespace huying
