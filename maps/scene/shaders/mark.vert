#version 440

layout(location = 0) in vec2 place; // in pixels of the item
layout(location = 1) in vec2 fromCentre; // in pixels
layout(location = 2) in vec3 formIn; // half width, half height, kind
layout(location = 3) in vec4 fillIn;
layout(location = 4) in vec4 edgeIn;
layout(location = 5) in float edgeWidthIn;

layout(location = 0) out vec2 p;
layout(location = 1) out vec3 form;
layout(location = 2) out vec4 fill;
layout(location = 3) out vec4 edge;
layout(location = 4) out float edgeWidth;

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    float pixel;
    float opacity;
};

void main()
{
    p = fromCentre;
    form = formIn;
    fill = fillIn;
    edge = edgeIn;
    edgeWidth = edgeWidthIn;
    gl_Position = matrix * vec4(place, 0.0, 1.0);
}
