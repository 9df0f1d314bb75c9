// Outlines that change their form from beat to beat, as SVG path strings in units of the drawing.
.pragma library

function at(x, y) {
    return Math.round(x * 10) / 10 + " " + Math.round(y * 10) / 10;
}

function swing(angle, x, y) {
    const c = Math.cos(angle), s = Math.sin(angle);
    return { x: x * c - y * s, y: x * s + y * c };
}

// A closed polygon whose corners are cut by `radius` and rounded.
function softPolygon(points, radius) {
    let path = "";
    for (let i = 0; i < points.length; ++i) {
        const p = points[i];
        const before = towards(p, points[(i + points.length - 1) % points.length], radius);
        const after = towards(p, points[(i + 1) % points.length], radius);
        path += (i === 0 ? "M" : "L") + at(before.x, before.y) + "Q" + at(p[0], p[1]) + " " + at(after.x, after.y);
    }
    return path + "Z";
}

// The polygon turned by `angle` degrees about 0, 0, and then mirrored left to right if asked.
function turned(points, angle, mirrored) {
    return points.map(p => {
        const q = swing(angle * Math.PI / 180, p[0], p[1]);
        return [mirrored ? -q.x : q.x, q.y];
    });
}

// The polygon moved outwards by `margin` on every side; its points run clockwise on the
// screen (with a negative margin: the other way round).
function grown(points, margin) {
    const count = points.length;
    return points.map((p, i) => {
        const a = points[(i + count - 1) % count], b = points[(i + 1) % count];
        const first = sideways(a, p), second = sideways(p, b);
        const x = first.x + second.x, y = first.y + second.y;
        const reach = Math.min(2.2, 2 / Math.max(0.1, x * x + y * y)) * margin;
        return [p[0] + x * reach, p[1] + y * reach];
    });
}

function sideways(a, b) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    return { x: (b[1] - a[1]) / length, y: (a[0] - b[0]) / length };
}

function towards(from, to, distance) {
    const dx = to[0] - from[0], dy = to[1] - from[1];
    const part = Math.min(0.45, distance / Math.hypot(dx, dy));
    return { x: from[0] + dx * part, y: from[1] + dy * part };
}

const centre = { x: 200, y: 206 };

// The flame dances in a round of so many pictures; each is worked out once and kept.
const round = 48;
const kept = new Map();

// The flame about a `hem` (see forms.js) in picture `frame` of its round: `reach` stretches the licks,
// `inset` draws it smaller on all sides. `name` keeps it for the next round; "" for a hem that is
// on its way into another. Fills in each other cost a third of a fill with a stroke.
function plasma(hem, name, frame, reach, inset) {
    const step = Math.round(reach * 20);
    const turn = 2 * Math.PI * (frame % round) / round;
    if (name === "") {
        return flame(hem, turn, step / 20, inset);
    }
    const key = name + " " + (((frame % round) * 100 + step) * 32 + Math.round(inset));
    let path = kept.get(key);
    if (path === undefined) {
        if (kept.size > 800) {
            kept.clear();
        }
        path = flame(hem, turn, step / 20, inset);
        kept.set(key, path);
    }
    return path;
}

// Turns by whole numbers, so that the round closes: `turn` goes from 0 to 2 pi.
function flame(hem, turn, reach, inset) {
    const count = hem.length;
    const low = hem.map((spot, i) => {
        const breath = 2 * Math.sin(turn * 2 + i * 1.9) - inset;
        const away = outward(spot[0], spot[1]);
        return { x: spot[0] + away.x * breath, y: spot[1] + away.y * breath };
    });
    let path = "M" + at(low[0].x, low[0].y);
    for (let i = 0; i < count; ++i) {
        path += lick(low[i], low[(i + 1) % count], tangent(low, i), tangent(low, (i + 1) % count), i, hem, turn, reach, inset);
    }
    return path + "Z";
}

// One lick from a to b: it leans upwards like a flame and ends in a point.
function lick(a, b, out, back, i, hem, turn, reach, inset) {
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const away = outward(middle.x, middle.y);
    const top = i === hem.length - 1;
    const wave = Math.sin(turn * 3 + i * 2.4) + 0.5 * Math.sin(turn * 5 + i * 4.1);
    const length = hem[i][2] * (top ? 0.55 + 0.45 * reach : reach) * (1 + 0.13 * wave) - inset * 0.9;
    const rise = 0.75 * (1 - Math.max(0, away.y));
    const sideways = 0.1 * Math.sin(turn * 2 + i) + (top ? 0.42 : 0);
    const size = Math.hypot(away.x + sideways, away.y - rise);
    const way = { x: (away.x + sideways) / size, y: (away.y - rise) / size };
    const tip = { x: middle.x + way.x * length, y: middle.y + way.y * length };
    const span = Math.hypot(b.x - a.x, b.y - a.y);
    const along = { x: (b.x - a.x) / span, y: (b.y - a.y) / span };
    const lift = 0.5 * (1 - Math.max(0, away.y)), bent = Math.hypot(way.x, way.y - lift);
    const hook = { x: way.x / bent, y: (way.y - lift) / bent };
    const ways = { away: away, hook: hook, along: along, length: length, span: span };
    const risingSide = a.y > b.y;
    return "C" + flank(a, tip, out, 1, risingSide, ways) + " " + at(tip.x, tip.y)
        + "C" + flank(b, tip, back, -1, !risingSide, ways, true) + " " + at(b.x, b.y);
}

// The two control points between the foot of a lick and its tip: it leaves the hem along it, so that
// the valley between two licks is round; the side below swells like a belly, the side above is
// hollow. `turn` is 1 from the foot to the tip, -1 for the way back.
function flank(foot, tip, tangent, turn, belly, ways, back) {
    const hold = ways.span * (belly ? 0.36 : 0.3), swell = ways.length * (belly ? 0.2 : 0);
    const near = ways.span * (belly ? 0.24 : 0.02);
    const lower = {
        x: foot.x + turn * tangent.x * hold + ways.away.x * swell,
        y: foot.y + turn * tangent.y * hold + ways.away.y * swell
    };
    const upper = {
        x: tip.x - ways.hook.x * ways.length * 0.62 - turn * ways.along.x * near,
        y: tip.y - ways.hook.y * ways.length * 0.62 - turn * ways.along.y * near
    };
    return back ? at(upper.x, upper.y) + " " + at(lower.x, lower.y) : at(lower.x, lower.y) + " " + at(upper.x, upper.y);
}

function outward(x, y) {
    const dx = x - centre.x, dy = y - centre.y;
    const length = Math.hypot(dx, dy);
    return { x: dx / length, y: dy / length };
}

function tangent(points, i) {
    const a = points[(i + points.length - 1) % points.length], b = points[(i + 1) % points.length];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

// A lid over an ellipse rx, ry about 0, 0. shut: 0 open .. 1 closed; tilt in degrees; side 1 is the
// upper lid, -1 the lower one. Gives the covered area, its free edge and its crease.
function lid(rx, ry, shut, tilt, side) {
    const turn = tilt * Math.PI / 180;
    const bow = -side * ry * (1 - 2 * shut) * 4 / 3;
    const left = swing(turn, -rx, 0), right = swing(turn, rx, 0);
    const up = swing(turn, 0, bow);
    const far = swing(turn, 0, -side * ry * 4 / 3);
    const edge = at(right.x, right.y) + "C" + at(right.x + up.x, right.y + up.y) + " " + at(left.x + up.x, left.y + up.y) + " " + at(left.x, left.y);
    const rim = "C" + at(left.x + far.x, left.y + far.y) + " " + at(right.x + far.x, right.y + far.y) + " " + at(right.x, right.y);
    return { area: "M" + edge + rim + "Z", edge: "M" + edge, crease: "M" + at(left.x, left.y) + rim };
}

function spot(curve, t) {
    const s = 1 - t;
    const a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {
        x: a * curve[0] + b * curve[2] + c * curve[4] + d * curve[6],
        y: a * curve[1] + b * curve[3] + c * curve[5] + d * curve[7]
    };
}

// A mouth about 0, 0: smile -1..1, width scale, open 0..1, round 0..1, skew -1..1, fang 0..1,
// waver 0..1 bends it like a wave.
function mouth(smile, width, open, round, skew, fang, waver) {
    const w = 31 * width, o = 36 * open, flat = 1 - round;
    const leftY = (-8 * smile + 3 * skew) * flat, rightY = (-8 * smile - 8 * skew) * flat;
    const reach = w * (0.55 + 0.45 * round);
    const top = flat * (8 * smile - 0.22 * o) - round * 0.66 * o;
    const low = flat * (8 * smile + 1.15 * o) + round * 0.66 * o;
    const bend = 15 * waver;
    const upper = [-w, leftY, -reach, top - bend, reach, top + bend, w, rightY];
    const under = [w, rightY, reach, low + bend, -reach, low - bend, -w, leftY];
    const lips = "M" + at(-w, leftY) + "C" + upper.slice(2).map(n => Math.round(n * 10) / 10).join(" ")
        + "C" + under.slice(2).map(n => Math.round(n * 10) / 10).join(" ") + "Z";
    return { lips: lips, tongue: tongue(under, o), fang: tooth(upper, fang * Math.min(1, 0.62 + open)) };
}

function tongue(under, height) {
    if (height < 5) {
        return "";
    }
    const steps = [0.2, 0.35, 0.5, 0.65, 0.8].map(t => spot(under, t));
    const rise = height * 0.62;
    let path = "M" + at(steps[0].x, steps[0].y);
    for (let i = 1; i < steps.length; ++i) {
        path += "L" + at(steps[i].x, steps[i].y);
    }
    const a = steps[4], b = steps[0];
    return path + "C" + at(a.x * 0.7, a.y - rise * 0.7) + " " + at(b.x * 0.7, b.y - rise * 0.7) + " " + at(b.x, b.y) + "Z";
}

function tooth(upper, size) {
    if (size < 0.08) {
        return "";
    }
    const a = spot(upper, 0.67), b = spot(upper, 0.85);
    const x = (a.x + b.x) / 2 + 1, y = (a.y + b.y) / 2 + 13 * size;
    return "M" + at(a.x, a.y) + "Q" + at(a.x + 2, y - 3 * size) + " " + at(x, y) + "Q" + at(b.x, y - 5 * size) + " " + at(b.x, b.y) + "Z";
}

// A small lightning between two places, bent at `bends` by values -1..1.
function bolt(fromX, fromY, toX, toY, bends) {
    const dx = toX - fromX, dy = toY - fromY;
    let path = "M" + at(fromX, fromY);
    bends.forEach((bend, i) => {
        const part = (i + 1) / (bends.length + 1);
        path += "L" + at(fromX + dx * part - dy * bend * 0.3, fromY + dy * part + dx * bend * 0.3);
    });
    return path + "L" + at(toX, toY);
}
