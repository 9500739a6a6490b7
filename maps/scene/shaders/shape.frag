#version 440

layout(location = 0) in float across;
layout(location = 0) out vec4 fragColor;

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
    float cover = halfWidth > 0.0 ? clamp((halfWidth - abs(across)) / pixel + 0.5, 0.0, 1.0) : 1.0;
    fragColor = colour * (cover * opacity);
}
