// How each emotion looks, as numbers that can be mixed, and how a sound shapes the mouth.
.pragma library

// lid, cheer: how far the upper and lower lids close an eye (0 open, 1 shut); tilt: degrees, inner
// corner down is positive; eye, pupil: scale; brow: rise in drawing units; browTilt: degrees.
// smile -1..1; width: scale; open, round, fang, blush: 0..1; skew: one corner up, -1..1;
// waver: 0..1; cock: one brow up, degrees.
// armLeft, armRight: degrees a hand is raised; spike: degrees; nod: degrees of the whole figure.
// plasma: length of the licks; pulse: how fast they move; rim, mid, deep: colours of the plasma.
const neutral = {
    lid: 0, cheer: 0, tilt: 0, eye: 1, pupil: 1, brow: 0, browTilt: 0,
    smile: 0.6, width: 1, open: 0, round: 0, skew: 0, fang: 0, waver: 0, cock: 0, blush: 0.5,
    armLeft: 0, armRight: 0, spike: 0, nod: 0, plasma: 1, pulse: 1,
    rim: [0.78, 1.0, 0.98], mid: [0.25, 0.83, 0.88], deep: [0.07, 0.5, 0.72]
};

const changes = {
    joy: {
        cheer: 0.34, brow: 7, browTilt: -5, pupil: 1.06, smile: 1, width: 1.2, open: 0.62, fang: 1,
        blush: 0.85, armLeft: 34, armRight: 34, spike: -6, plasma: 1.3, pulse: 1.5,
        rim: [0.86, 1.0, 0.82], mid: [0.32, 0.94, 0.66], deep: [0.05, 0.6, 0.5]
    },
    affection: {
        lid: 0.2, cheer: 0.3, brow: 6, browTilt: -12, pupil: 1.16, smile: 0.95, width: 0.86,
        blush: 1, armLeft: -30, armRight: -30, spike: 8, nod: 5, plasma: 1.05, pulse: 0.8,
        rim: [1.0, 0.87, 0.95], mid: [1.0, 0.56, 0.78], deep: [0.79, 0.22, 0.55]
    },
    mischief: {
        lid: 0.2, cheer: 0.22, tilt: 11, brow: 1, browTilt: 12, cock: 9, pupil: 0.94, smile: 0.95,
        width: 1.15, skew: 0.8, fang: 1, blush: 0.6, armLeft: 34, armRight: -22, spike: 12, nod: -5,
        plasma: 1.2, pulse: 1.2,
        rim: [0.91, 0.82, 1.0], mid: [0.66, 0.46, 1.0], deep: [0.37, 0.18, 0.75]
    },
    surprise: {
        lid: 0, eye: 1.16, pupil: 0.74, brow: 15, browTilt: -4, smile: 0, width: 0.58, open: 0.78,
        round: 1, blush: 0.4, armLeft: 42, armRight: 42, spike: -12, plasma: 1.55, pulse: 2,
        rim: [1.0, 0.99, 0.82], mid: [1.0, 0.88, 0.36], deep: [0.82, 0.56, 0.06]
    },
    sadness: {
        lid: 0.24, tilt: -15, brow: 1, browTilt: -24, pupil: 1.08, smile: -0.85, width: 0.8,
        blush: 0.25, armLeft: -38, armRight: -38, spike: 26, plasma: 0.62, pulse: 0.5,
        rim: [0.77, 0.88, 1.0], mid: [0.38, 0.6, 0.96], deep: [0.16, 0.3, 0.7]
    },
    anger: {
        lid: 0.33, cheer: 0.1, tilt: 20, brow: -13, browTilt: 27, pupil: 0.82, smile: -0.7, width: 1.05,
        open: 0.24, fang: 1, blush: 0.35, armLeft: 26, armRight: 26, spike: -14, plasma: 1.6, pulse: 2.4,
        rim: [1.0, 0.83, 0.7], mid: [1.0, 0.38, 0.3], deep: [0.7, 0.09, 0.18]
    },
    fear: {
        lid: 0, cheer: 0.06, tilt: -7, eye: 1.08, pupil: 0.58, brow: 10, browTilt: -24, smile: -0.3,
        width: 0.9, open: 0.14, waver: 1, blush: 0.15, armLeft: -14, armRight: -14, spike: 20, plasma: 0.72,
        pulse: 3, rim: [0.95, 0.98, 1.0], mid: [0.67, 0.76, 0.88], deep: [0.36, 0.45, 0.62]
    },
    sleepy: {
        lid: 0.58, cheer: 0.04, tilt: -5, brow: 3, browTilt: -9, smile: 0.15, width: 0.62, open: 0.16,
        round: 0.6, blush: 0.55, armLeft: -32, armRight: -32, spike: 22, plasma: 0.66,
        pulse: 0.4, rim: [0.86, 0.87, 1.0], mid: [0.53, 0.54, 0.9], deep: [0.27, 0.26, 0.62]
    }
};

// The mouth of a sound: how tall, how wide and how round a full opening is.
const sounds = {
    "a": { tall: 1.0, wide: 1.04, round: 0.25 },
    "e": { tall: 0.62, wide: 1.24, round: 0.1 },
    "o": { tall: 0.86, wide: 0.62, round: 1.0 },
    "m": { tall: 0.0, wide: 0.86, round: 0.0 },
    "f": { tall: 0.2, wide: 0.9, round: 0.0 },
    "": { tall: 0.85, wide: 0.96, round: 0.35 }
};

function between(a, b, t) {
    return a + (b - a) * t;
}

// A look between two looks; t may leave 0..1 a little, for a movement that swings past its end.
function mix(a, b, t) {
    const look = {};
    for (const key in neutral) {
        const from = a[key], to = b[key];
        look[key] = Array.isArray(from) ? from.map((part, i) => between(part, to[i], t)) : between(from, to, t);
    }
    return look;
}

// The look of an emotion of strength 0..1; an unknown name is neutral.
function feel(emotion, strength) {
    const goal = Object.assign({}, neutral, changes[emotion]);
    return mix(neutral, goal, Math.max(0, Math.min(1, strength)));
}

function sound(name) {
    return sounds[name] || sounds[""];
}

function colour(parts, alpha) {
    const clamp = part => Math.max(0, Math.min(1, part));
    return Qt.rgba(clamp(parts[0]), clamp(parts[1]), clamp(parts[2]), alpha);
}
