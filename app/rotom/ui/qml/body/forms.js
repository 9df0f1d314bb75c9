// What Rotom can live in, as numbers that can be mixed: itself, a handheld console, a toaster.
.pragma library

// shoulderX, shoulderY: where the right arm begins, from 200, 0; arm: scale of the arms;
// faceX, faceY, face: the features moved and scaled about 200, 202; spikeX, spikeY, spike: the spike
// moved and scaled about its foot at 202, 106; toast: how much of the toast there is, 0..1; tilt: how
// much of a turn of the whole figure is taken.
// hem: where the plasma lies close to the body, clockwise from the right of the spike, and how long
// the lick after each of these places is.
const forms = {
    ghost: {
        shoulderX: 90, shoulderY: 226, arm: 1.1, faceX: 0, faceY: 0, face: 1,
        spikeX: 0, spikeY: 0, spike: 1, toast: 0, tilt: 1,
        hem: [
            [252, 88, 42], [308, 140, 26], [331, 204, 40], [312, 268, 30], [272, 326, 44], [206, 354, 24],
            [142, 320, 42], [88, 268, 28], [69, 204, 36], [92, 140, 46], [154, 92, 74]
        ]
    },
    console: {
        shoulderX: 125, shoulderY: 230, arm: 0.88, faceX: 0, faceY: 4, face: 0.97,
        spikeX: -2, spikeY: 26, spike: 0.84, toast: 0, tilt: 1,
        hem: [
            [256, 92, 30], [330, 100, 28], [358, 168, 22], [362, 252, 30], [318, 322, 40], [206, 320, 20],
            [82, 322, 34], [38, 252, 26], [42, 168, 26], [70, 100, 32], [144, 92, 62]
        ]
    },
    toaster: {
        shoulderX: 96, shoulderY: 242, arm: 1.02, faceX: 0, faceY: 12, face: 0.9,
        spikeX: -2, spikeY: 24, spike: 0.86, toast: 1, tilt: 0.6,
        hem: [
            [262, 84, 30], [316, 122, 28], [330, 196, 26], [332, 270, 34], [300, 338, 38], [204, 342, 18],
            [100, 338, 34], [68, 270, 28], [70, 196, 24], [84, 122, 34], [138, 84, 64]
        ]
    }
};

// The drawing of each body and its box in the 400 x 400 drawing.
const drawings = {
    ghost: { name: "body", x: 90, y: 76, width: 220, height: 284 },
    console: { name: "console", x: 52, y: 100, width: 296, height: 212 },
    toaster: { name: "toaster", x: 76, y: 108, width: 248, height: 228 }
};

// The name itself, or the everyday form for a name that is none.
function known(name) {
    return forms[name] ? name : "ghost";
}

function drawing(name) {
    return drawings[known(name)];
}

function form(name) {
    return forms[known(name)];
}

// A form between two forms, t is 0..1.
function mix(from, to, t) {
    const mixed = {};
    for (const key in from) {
        mixed[key] = key === "hem"
            ? from.hem.map((spot, i) => spot.map((part, j) => part + (to.hem[i][j] - part) * t))
            : from[key] + (to[key] - from[key]) * t;
    }
    return mixed;
}
