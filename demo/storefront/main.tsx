import { createRoot } from "react-dom/client"
import { App } from "./components/app"
import "./style/base.css"
import "./style/forms.css"
import "./style/parts.css"
import "./style/discord.css"

const root = document.getElementById("root")
if (root) createRoot(root).render(<App />)
