import { createSounds } from '../archive/audio/sounds/sounds.ts'
import { answerQuestions } from './answerQuestions.ts'

// Entry of a thread that decodes what Chromium does not play, and draws the pictures of sounds.
answerQuestions(createSounds())
