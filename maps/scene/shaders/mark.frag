#version 440

// The lamps' shapes as distances to their outline: sharp at every size.
layout(location = 0) in vec2 p;
layout(location = 1) in vec3 form;
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 edge;
layout(location = 4) in float edgeWidth;

layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    float pixel;
    float opacity;
};

float box(vec2 q, vec2 halfSize, float radius)
{
    vec2 d = abs(q) - halfSize + radius;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - radius;
}

float outline(vec2 q, vec2 halfSize, int kind)
{
    if (kind == 0) { // circle
        return length(q) - halfSize.x;
    }
    if (kind == 1) { // triangle, its point up
        q.y -= halfSize.y * 0.12;
        return max(dot(vec2(abs(q.x), q.y), vec2(0.866, -0.5)) - halfSize.y * 0.52, q.y - halfSize.y * 0.72);
    }
    if (kind == 2) { // diamond
        return (abs(q.x) + abs(q.y) - halfSize.x) * 0.7071;
    }
    if (kind == 3) { // two bars
        return box(vec2(abs(q.x) - halfSize.x * 0.55, q.y), vec2(halfSize.x * 0.3, halfSize.y), 0.8);
    }
    return box(q, halfSize, min(halfSize.x, halfSize.y)); // pill
}

void main()
{
    float d = outline(p, form.xy, int(form.z + 0.5));
    float inside = clamp(0.5 - d / pixel, 0.0, 1.0);
    float whole = clamp(0.5 - (d - edgeWidth) / pixel, 0.0, 1.0);
    fragColor = (edge * (whole - inside) + fill * inside) * opacity;
}
