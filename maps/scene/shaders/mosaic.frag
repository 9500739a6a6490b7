#version 440

layout(location = 0) in vec4 fill;
layout(location = 1) in vec2 at;
layout(location = 2) in float kind;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    vec4 ink;
    vec2 shift;
    float scale;
    float pixel;
    float opacity;
};

float hatch(vec2 p)
{
    float apart = 7.0;
    float away = abs(mod((p.x + p.y) * 0.7071, apart) - apart * 0.5);
    return clamp((0.8 - away) / pixel + 0.5, 0.0, 1.0);
}

float dots(vec2 p)
{
    vec2 away = mod(p, 8.0) - 4.0;
    return clamp((1.1 - length(away)) / pixel + 0.5, 0.0, 1.0);
}

void main()
{
    float cover = kind > 1.5 ? dots(at) : kind > 0.5 ? hatch(at) : 0.0;
    fragColor = mix(fill, ink, cover * ink.a) * opacity;
}
