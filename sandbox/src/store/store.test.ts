import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { GroupCommit } from './group-commit.ts'
import { Store } from './store.ts'

const shape = 'create table note (id text primary key) strict'
const opened: Store[] = []
function open(file: string, migrations: readonly string[] = [shape]): Store {
  const store = new Store(file, migrations)
  opened.push(store)
  return store
}
const newFile = () => join(temporaryFolder('store'), 'deep', 'notes.sqlite')
const ids = (store: Store) => store.all('select id from note order by id').map((row) => row.id)

afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

describe('a store', () => {
  it('applies only the migrations it has not had, and refuses a newer shape', () => {
    const file = newFile()
    open(file).run('insert into note values (?)', 'a')
    const later = open(file, [shape, 'alter table note add column body text'])
    expect(later.all('select * from note')).toEqual([{ id: 'a', body: null }])
    expect(() => new Store(file, [shape])).toThrow(/newer/)
  })

  it('keeps all of a transaction or nothing, nested ones included', () => {
    const store = open(newFile())
    store.transaction(() => {
      store.run('insert into note values (?)', 'outer')
      expect(() =>
        store.transaction(() => {
          store.run('insert into note values (?)', 'inner')
          throw new Error('no')
        }),
      ).toThrow('no')
    })
    expect(ids(store)).toEqual(['outer'])
    expect(() =>
      store.transaction(() => {
        store.run('insert into note values (?)', 'second')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(ids(store)).toEqual(['outer'])
  })
})

describe('a group commit', () => {
  it('answers only after the commit and drops the failed unit alone', async () => {
    const file = newFile()
    const store = open(file)
    const other = open(file)
    const group = new GroupCommit(store)
    const first = group.run(() => store.run('insert into note values (?)', 'a'))
    const second = group.run(() => {
      store.run('insert into note values (?)', 'b')
      throw new Error('refused')
    })
    const third = group.run(() => store.run('insert into note values (?)', 'c'))
    expect(ids(other)).toEqual([])
    await expect(second).rejects.toThrow('refused')
    await Promise.all([first, third])
    expect(ids(other)).toEqual(['a', 'c'])
  })

  it('tells every unit when the commit itself fails', async () => {
    const store = open(newFile(), [
      `pragma foreign_keys = on; create table parent (id text primary key);
       create table child (parent text references parent (id) deferrable initially deferred)`,
    ])
    store.run('pragma foreign_keys = on')
    const group = new GroupCommit(store)
    await expect(group.run(() => store.run('insert into child values (?)', 'nobody'))).rejects.toThrow(/FOREIGN KEY/)
    await expect(group.run(() => store.run('insert into parent values (?)', 'p'))).resolves.toBe(1)
  })
})
