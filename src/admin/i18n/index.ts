import en from "./en"

// What is said here is in the dashboard's first download, so it is English alone. The others come when they are used.
export default { en }
