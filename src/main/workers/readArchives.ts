import { createBagQuestions } from '../features/archives/questions.ts'
import { answerQuestions } from './answerQuestions.ts'

// Entry of a thread that reads what bags say of themselves: main would stand still for the lists of big ones.
answerQuestions(createBagQuestions())
