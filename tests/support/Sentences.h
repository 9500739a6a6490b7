#pragma once

#include <QObject>
#include <QTest>

namespace huying
{

/// What every test class derives from: each test function fails on any Qt warning.
/// A derived class that needs its own init() calls Sentences::init() first.
class Sentences : public QObject
{
    Q_OBJECT
protected slots:
    void init();
};

} // namespace huying
