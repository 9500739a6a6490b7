#pragma once

#include <domain/County.h>
#include <domain/Failure.h>

#include <QString>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace huying
{

/// What of a file is wanted, and how it is to be understood.
struct GeoRequest {
    std::filesystem::path file;
    QString layer; ///< empty: the only one
    QString system; ///< the name of a coordinate system, which the file's own word does not outweigh; empty: that word
    QString encoding; ///< of texts; empty: as the file says, else UTF-8 or GB 18030, whichever they are
    double toleranceMetres = 0; ///< 0: borders as they are, unless there are too many corners
    bool areSiblings = false; ///< its areas are regions of one level: overlaps and gaps are looked for
    int mostPlaces = 150'000; ///< corners; where there are more, borders are simplified until there are not
};

/// One feature of a file, in WGS-84.
struct GeoFeature {
    std::vector<QString> values; ///< of the reading's fields, in their order
    GeoPoint centre; ///< within its areas where it has some
    std::vector<Polygon> areas;
    std::vector<std::vector<GeoPoint>> lines;
    std::vector<GeoPoint> points;
};

enum class GeoRemarkKind : std::uint8_t {
    Mended, ///< its border crossed itself at `at`; `squareMetres` is what its area changed by
    Empty, ///< it has no place, and is left out
    Overlap, ///< with `other`, of `squareMetres`
    Gap, ///< beside it and `other`, enclosed by siblings
    Said, ///< what the driver had to say, in `text`
};

/// What there is to say about a feature, or about two. Features count from 0 as they are in the reading; -1 is none.
struct GeoRemark {
    GeoRemarkKind kind = GeoRemarkKind::Said;
    int feature = -1;
    int other = -1;
    double squareMetres = 0;
    GeoPoint at;
    QString text;
};

/// A layer of a file, whole.
struct GeoReading {
    QString driver; ///< GDAL's name of the format
    QString layer;
    QString system; ///< in which it came
    QString encoding; ///< of its texts, where it had to be found out
    double toleranceMetres = 0; ///< by which it was simplified
    int placesInFile = 0; ///< corners before that
    int emptyFeatures = 0;
    std::vector<QString> fields;
    std::vector<GeoFeature> features;
    std::vector<GeoRemark> remarks;

    /// Corners of areas and lines, and points.
    int placesLeft() const;
};

/// Why there is no reading. Where an answer would help, it says which.
struct GeoRefusal {
    enum class Wants : std::uint8_t { Nothing, System, Layer };

    Failure failure;
    Wants wants = Wants::Nothing;
    QStringList choices; ///< systems that can be meant, or the file's layers
};

} // namespace huying
