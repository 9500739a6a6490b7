#include "Sentences.h"

namespace huying
{

void Sentences::init()
{
    QTest::failOnWarning();
}

} // namespace huying
