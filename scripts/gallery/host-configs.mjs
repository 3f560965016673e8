// How Teams draws cards in its three themes: the values of Teams' published host settings that matter for colour,
// size and spacing (learn.microsoft.com/microsoftteams/platform: "Adaptive Cards in Teams", and the client's theme tokens).
const base = {
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', 'Noto Sans', system-ui, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1 },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline" },
  },
  adaptiveCard: { allowCustomStyle: false },
  textStyles: { heading: { weight: "bolder", size: "medium" } },
};

const colors = (text, subtle, accent, good, warning, attention) => {
  const one = (value, dim = value) => ({ default: value, subtle: dim });
  return {
    default: one(text, subtle),
    dark: one(text, subtle),
    light: one(text, subtle),
    accent: one(accent),
    good: one(good),
    warning: one(warning),
    attention: one(attention),
  };
};

const styles = (page, palette, tints) => ({
  default: { backgroundColor: page, foregroundColors: palette },
  emphasis: { backgroundColor: tints.emphasis, foregroundColors: palette },
  good: { backgroundColor: tints.good, foregroundColors: palette },
  warning: { backgroundColor: tints.warning, foregroundColors: palette },
  attention: { backgroundColor: tints.attention, foregroundColors: palette },
  accent: { backgroundColor: tints.accent, foregroundColors: palette },
});

export const THEMES = {
  light: {
    page: "#ffffff",
    frame: "#f5f5f5",
    text: "#242424",
    border: "#d1d1d1",
    primary: "#5b5fc7",
    onPrimary: "#ffffff",
    config: {
      ...base,
      separator: { lineThickness: 1, lineColor: "#e0e0e0" },
      containerStyles: styles("#ffffff", colors("#242424", "#616161", "#5b5fc7", "#0e700e", "#8a5a00", "#b10e1c"), {
        emphasis: "#f5f5f5",
        good: "#e7f2da",
        warning: "#fff4ce",
        attention: "#fcf4f6",
        accent: "#e8ebfa",
      }),
    },
  },
  dark: {
    page: "#292929",
    frame: "#1f1f1f",
    text: "#ffffff",
    border: "#3d3d3d",
    primary: "#7f85f5",
    onPrimary: "#000000",
    config: {
      ...base,
      separator: { lineThickness: 1, lineColor: "#525252" },
      containerStyles: styles("#292929", colors("#ffffff", "#adadad", "#9ea2ff", "#92c353", "#f8d22a", "#f1707b"), {
        emphasis: "#333333",
        good: "#1f3a12",
        warning: "#463100",
        attention: "#3b1519",
        accent: "#2f2f4a",
      }),
    },
  },
  contrast: {
    page: "#000000",
    frame: "#000000",
    text: "#ffffff",
    border: "#ffffff",
    primary: "#1aebff",
    onPrimary: "#000000",
    config: {
      ...base,
      separator: { lineThickness: 1, lineColor: "#ffffff" },
      containerStyles: styles("#000000", colors("#ffffff", "#ffffff", "#ffff01", "#3ff23f", "#ffff01", "#ffff01"), {
        emphasis: "#000000",
        good: "#000000",
        warning: "#000000",
        attention: "#000000",
        accent: "#000000",
      }),
    },
  },
};

export const WIDTHS = { phone: 320, chat: 480, channel: 720 };
