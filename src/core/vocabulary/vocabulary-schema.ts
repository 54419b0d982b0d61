import { z } from 'zod'

const keySchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/)
const phraseSchema = z.string().trim().min(1).max(200)

/** A heading of the sidebar ("Animals"). It gathers concepts and is never predicted itself. */
export const vocabularyGroupSchema = z.object({ key: keySchema, name: phraseSchema })
export type VocabularyGroup = z.infer<typeof vocabularyGroupSchema>

/** Something a personal photo may show. */
export const vocabularyConceptSchema = z.object({
  /** Stable for ever, "animals/dog": decisions of people hang on it. */
  key: keySchema,
  /** As the sidebar shows it: "Dog". */
  name: phraseSchema,
  /** About which share of personal photos show it. Below one in 200 rare things would be missed where they do occur. */
  frequency: z.number().min(0.005).max(0.9),
  /** Key of a group, or of another concept that this one is a kind of. */
  parent: keySchema,
  /** Other names that search and the tag box understand. */
  synonyms: z.array(phraseSchema).default([]),
  /** What the model is asked, one phrase a line of thought, worded so that it can mean one thing only. */
  words: z.array(phraseSchema).min(1),
  /** What it is easily taken for. */
  notWords: z.array(phraseSchema).default([]),
})
export type VocabularyConcept = z.infer<typeof vocabularyConceptSchema>

/** `models/vocabulary/vocabulary.json`. A higher `version` updates what the person has not changed. */
export const vocabularySchema = z.object({
  version: z.int().positive(),
  groups: z.array(vocabularyGroupSchema).min(1),
  concepts: z.array(vocabularyConceptSchema).min(1),
})
export type Vocabulary = z.infer<typeof vocabularySchema>
