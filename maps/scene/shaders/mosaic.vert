#version 440

// Many regions at once, each with its own fill, in map units.
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 colour;
layout(location = 2) in float pattern;

layout(location = 0) out vec4 fill;
layout(location = 1) out vec2 at; // pixels on the map, so that patterns move with it
layout(location = 2) out float kind;

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    vec4 ink;
    vec2 shift;
    float scale;
    float pixel;
    float opacity;
};

void main()
{
    fill = colour;
    at = place * scale;
    kind = pattern;
    gl_Position = matrix * vec4(place * scale + shift, 0.0, 1.0);
}
