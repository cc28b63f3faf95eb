import sharp from 'sharp'

// Every picture is looked at once: a cache would only keep people's papers in memory.
sharp.cache(false)

export { sharp }
