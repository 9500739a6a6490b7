#version 440

// Fills and lines in map units; a line's width is in pixels, whatever the zoom.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 outward; // in half widths; zero for fills
layout(location = 2) in float side; // -1 to 1 across a line; zero for fills

layout(location = 0) out float across; // pixels from the middle of the line

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    vec4 colour;
    vec2 shift;
    float scale;
    float halfWidth;
    float pixel;
    float opacity;
};

void main()
{
    float reach = halfWidth + pixel;
    across = side * reach;
    gl_Position = matrix * vec4(place * scale + shift + outward * reach, 0.0, 1.0);
}
