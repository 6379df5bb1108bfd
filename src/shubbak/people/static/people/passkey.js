// Passkey ceremonies: shows what needs JavaScript, binds allauth's forms, says when a device refuses.
(() => {
  'use strict'
  const form = document.getElementById('passkey-form')
  if (form && window.PublicKeyCredential) form.hidden = false
  for (const node of document.querySelectorAll('script[data-passkey]')) {
    window.allauth.webauthn.forms[node.dataset.passkey](JSON.parse(node.textContent))
  }
  document.addEventListener('allauth.error', event => {
    event.preventDefault()
    const words = document.getElementById('passkey-failed')
    if (words) words.hidden = false
  })
})()
