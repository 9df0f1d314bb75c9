// Small things that it does by itself while nothing happens, as poses that come and go softly.
.pragma library

// armLeft, armRight: degrees a hand is raised; lean: degrees of the whole figure; rise: units upwards;
// zoom: added to its scale; spike: degrees; gazeX, gazeY: added to where the eyes are; lid, smile, open,
// round: added to the face; hum: how much of the notes there is; spark: how much of a spark, at
// sparkX, sparkY in the drawing.
const rest = {
    armLeft: 0, armRight: 0, lean: 0, rise: 0, zoom: 0, spike: 0, gazeX: 0, gazeY: 0,
    lid: 0, smile: 0, open: 0, round: 0, hum: 0, spark: 0, sparkX: 200, sparkY: 120
};

const turn = 2 * Math.PI;

// 0 at both ends and 1 between, with soft ways of `edge` (a share of the time) in and out.
function swell(t, edge) {
    const near = Math.max(0, Math.min(1, Math.min(t, 1 - t) / edge));
    return near * near * (3 - 2 * near);
}

// How far t has come on the way from `from` to `to`, 0..1, softly.
function part(t, from, to) {
    const way = Math.max(0, Math.min(1, (t - from) / (to - from)));
    return way * way * (3 - 2 * way);
}

// Each takes so many seconds; `pose` tells what differs from rest at t, 0..1.
const whims = {
    hum: {
        seconds: 6.4, pose: t => {
            const on = swell(t, 0.15), beat = Math.sin(4 * turn * t);
            return {
                lean: 5 * beat * on, rise: 5 * Math.abs(beat) * on, armLeft: 12 * beat * on, armRight: -12 * beat * on,
                spike: -8 * beat * on, lid: 0.55 * on, smile: 0.25 * on, hum: on
            };
        }
    },
    stretch: {
        seconds: 3.2, pose: t => {
            const up = swell(t, 0.32), shiver = 1.2 * Math.sin(22 * turn * t) * swell((t - 0.3) / 0.4, 0.5);
            return {
                armLeft: 46 * up, armRight: 46 * up, rise: 16 * up, zoom: 0.04 * up, spike: -18 * up, lean: shiver,
                lid: 0.95 * up, open: 0.18 * up, smile: 0.1 * up
            };
        }
    },
    yawn: {
        seconds: 3.6, pose: t => {
            const wide = swell(t, 0.35);
            return { open: 0.85 * wide, round: wide, lid: 0.75 * wide, lean: -5 * wide, armRight: 34 * wide, spike: 12 * wide, rise: 5 * wide };
        }
    },
    chase: {
        seconds: 5.2, pose: t => {
            // The spark flies in an eight before it, and is caught at the end.
            const fly = part(t, 0, 0.78), on = swell(t, 0.12), snap = swell((t - 0.72) / 0.28, 0.4);
            const x = Math.sin(2 * turn * fly), y = Math.sin(4 * turn * fly);
            return {
                spark: t < 0.8 ? on : Math.max(0, 1 - (t - 0.8) / 0.05) * on,
                sparkX: 200 + 165 * x * on + 120 * snap, sparkY: 130 + 60 * y + 40 * snap,
                gazeX: (0.95 * x + 0.7 * snap) * on, gazeY: (0.55 * y - 0.5) * on, lean: 4 * x * on + 5 * snap,
                armRight: 44 * snap, armLeft: 14 * snap, smile: 0.3 * on, open: 0.35 * snap, rise: 12 * snap
            };
        }
    },
    peek: {
        seconds: 4, pose: t => {
            const near = swell(t, 0.25), tilt = part(t, 0.3, 0.45) - part(t, 0.6, 0.75);
            return {
                zoom: 0.06 * near, rise: -6 * near, lean: 9 * near - 18 * tilt, lid: -0.12 * near, smile: 0.15 * near,
                armLeft: -10 * near, armRight: -10 * near, spike: 10 * tilt
            };
        }
    },
    hop: {
        seconds: 1.8, pose: t => {
            const on = swell(t, 0.2), jump = Math.abs(Math.sin(2 * turn * t));
            return { rise: 26 * jump * on, armLeft: 30 * jump * on, armRight: 30 * jump * on, spike: 14 * (1 - 2 * jump) * on, smile: 0.3 * on, open: 0.25 * on };
        }
    },
    wave: {
        seconds: 3, pose: t => {
            const on = swell(t, 0.22), swing = Math.sin(5 * turn * t);
            return { armRight: (34 + 14 * swing) * on, lean: -4 * on, smile: 0.3 * on, open: 0.25 * on, rise: 4 * on };
        }
    },
    sigh: {
        seconds: 4.4, pose: t => {
            const full = swell(t / 0.5, 0.4), low = swell((t - 0.4) / 0.6, 0.4);
            return {
                rise: 9 * full - 10 * low, zoom: 0.02 * full - 0.02 * low, armLeft: 8 * full - 14 * low, armRight: 8 * full - 14 * low,
                gazeY: 0.8 * low - 0.3 * full, lid: 0.3 * low, open: 0.16 * low, round: 0.7 * low, spike: 10 * low
            };
        }
    },
    drum: {
        seconds: 3, pose: t => {
            const on = swell(t, 0.2), beat = Math.sin(7 * turn * t);
            return { armLeft: 9 * beat * on - 8 * on, armRight: -9 * beat * on - 8 * on, gazeX: 0.7 * on, gazeY: -0.3 * on, lid: 0.2 * on, smile: -0.2 * on };
        }
    },
    shy: {
        seconds: 3.6, pose: t => {
            const on = swell(t, 0.2), side = part(t, 0.3, 0.4) - 2 * part(t, 0.5, 0.62) + part(t, 0.8, 0.95);
            return { gazeX: 0.95 * side * on, lean: 3 * side * on, rise: -10 * on, armLeft: -20 * on, armRight: -20 * on, zoom: -0.03 * on, spike: 10 * on };
        }
    }
};

// How likely each is in a feeling, beside each other; `bond` (0..1) is how well it knows who is here.
function likely(emotion, bond) {
    switch (emotion) {
    case "joy":
        return { hum: 3, hop: 3, chase: 2, wave: 1 + 2 * bond, peek: bond };
    case "affection":
        return { hum: 2, peek: 1 + 3 * bond, wave: 1 + 2 * bond, stretch: 1 };
    case "mischief":
        return { chase: 4, hum: 1, hop: 1, peek: 1 + bond, drum: 1 };
    case "sadness":
        return { sigh: 4, shy: 1, peek: bond };
    case "anger":
        return { drum: 4, sigh: 1 };
    case "fear":
        return { shy: 4, sigh: 1, peek: bond };
    case "sleepy":
        return { yawn: 4, stretch: 1 };
    case "surprise":
        return { shy: 1, hop: 1, chase: 1 };
    }
    return { stretch: 2, hum: 2, chase: 2, yawn: 1, peek: 1 + bond, wave: bond, hop: bond };
}

// One of those that are likely; `chance` is 0..1.
function choice(emotion, bond, chance) {
    const odds = Object.entries(likely(emotion, bond));
    let left = chance * odds.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of odds) {
        left -= weight;
        if (left < 0) {
            return name;
        }
    }
    return odds[0][0];
}

function names() {
    return Object.keys(whims);
}

function seconds(name) {
    return whims[name] ? whims[name].seconds : 1;
}

// The whole pose of a whim at t, 0..1; `strength` 0..1 takes it back when something else begins.
function pose(name, t, strength) {
    const whole = Object.assign({}, rest, whims[name] ? whims[name].pose(t) : {});
    for (const key in rest) {
        whole[key] = rest[key] + (whole[key] - rest[key]) * strength;
    }
    return whole;
}
