#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <QString>
#include <string>
#include <vector>

namespace huying
{

/// A wall-clock time whose zone the file does not say.
using LocalDateTime = std::chrono::local_time<std::chrono::milliseconds>;

enum class CellKind { Empty, Text, Number, DateTime, TimeOfDay, Boolean, Error };

/// One cell. CSV knows only Empty and Text; a workbook all of them.
struct Cell {
    CellKind kind = CellKind::Empty;
    /// UTF-8. Number: exact plain decimal, never with an exponent. DateTime: 2014-07-18 08:31:37[.250], at midnight
    /// and in a format without time 2014-07-18. TimeOfDay: 08:31:37[.250], hours may pass 24. Boolean: TRUE or FALSE.
    /// Error: as the spreadsheet names it (#N/A).
    std::string text;
    /// Set for DateTime only.
    std::optional<LocalDateTime> dateTime;

    bool operator==(const Cell &) const = default;
};

/// What is wrong with a row, without its being lost.
struct Problem {
    enum class Kind {
        UndecodableBytes, ///< bytes that the file's encoding does not know; in the cell's text each stands as \xHH
        NulByte, ///< the cell's text holds U+0000
        StrayQuote, ///< a quotation mark inside a quoted cell, neither doubled nor at its end; kept as text
        UnclosedQuote, ///< the file ends within a quoted cell: later rows may be inside it
        TooFewCells,
        TooManyCells,
    };
    Kind kind;
    /// The line of the file (CSV) or the row of the sheet (XLSX) in question, counted from 1.
    std::uint64_t line = 0;
    /// Counted from 0. TooFewCells: how many there are; TooManyCells: the first one too many.
    std::size_t cell = 0;

    bool operator==(const Problem &) const = default;
};

/// The problem in a sentence for people, with line and column counted from 1.
QString description(const Problem &problem);

/// One record of a table that is not wholly empty.
struct Row {
    /// The line on which the record begins (CSV), or the sheet's row number (XLSX); counted from 1.
    std::uint64_t number = 0;
    /// CSV: as many as the record has. XLSX: at least as many as the header.
    std::vector<Cell> cells;
    std::vector<Problem> problems;

    bool operator==(const Row &) const = default;
};

} // namespace huying
