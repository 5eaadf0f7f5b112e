// Offers only the guilds that the chosen person manages, and shows their initials.
const user = document.querySelector("select[name=user_id]")
const guild = document.querySelector("select[name=guild_id]")
const avatar = document.querySelector(".avatar.person")

function update() {
  const chosen = user.selectedOptions[0]
  if (chosen) avatar.textContent = chosen.dataset.initials
  if (!guild) return
  for (const option of guild.options) {
    if (!option.value) continue
    const may = option.dataset.managers.split(" ").includes(user.value)
    option.hidden = option.disabled = !may
    if (!may && option.selected) guild.value = ""
  }
  const open = [...guild.options].filter((option) => option.value && !option.disabled)
  if (!guild.value && open.length === 1) guild.value = open[0].value
}

user.addEventListener("change", update)
update()
