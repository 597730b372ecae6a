import { AwsClient } from 'aws4fetch';
import { sha256 } from '../integrations/sha256.ts';

/** A site in an object store, by the path of its files. */
export interface ObjectStore {
  /** Undefined where there is none. */
  readonly get: (path: string) => Promise<Buffer | undefined>;
  readonly put: (path: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

/** Milliseconds that a store may take to answer. */
const PATIENCE = 60_000;

/** What a store refuses for now is asked of it again, so many times. */
const RETRIES = 5;

/**
 * By S3's protocol, at the address below which the files stand, whichever way the store names its buckets
 * (`https://store/bucket/`, `https://bucket.store/`). Each request is signed with the digest of what it sends, so that the store
 * takes nothing that was changed on its way.
 */
export function objectStore(address: string, env: NodeJS.ProcessEnv): ObjectStore {
  const client = new AwsClient({ ...credentials(env), service: 's3', retries: RETRIES });
  const ask = async (path: string, method: string, body?: Uint8Array, headers = {}): Promise<Response> => {
    const answer = await client
      .fetch(address.replace(/\/?$/, '/') + path.split('/').map(encodeURIComponent).join('/'), {
        method,
        headers: { ...headers, 'X-Amz-Content-Sha256': sha256(body ?? '') },
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        signal: AbortSignal.timeout(PATIENCE * (RETRIES + 1)),
      })
      .catch((cause: unknown) => refuse(path, reasonOf(cause)));
    if (answer.ok || answer.status === 404) return answer;
    return refuse(path, [answer.status, ...codesIn(await answer.text())].join(' '));
  };
  return {
    get: async (path) => {
      const answer = await ask(path, 'GET');
      const bytes = Buffer.from(await answer.arrayBuffer());
      return answer.ok ? bytes : undefined;
    },
    put: async (path, bytes, headers) => {
      const answer = await ask(path, 'PUT', bytes, headers);
      const codes = codesIn(await answer.text());
      if (!answer.ok) refuse(path, [answer.status, ...codes].join(' '));
    },
    remove: async (path) => {
      await (await ask(path, 'DELETE')).body?.cancel();
    },
  };
}

/** The names that every tool for such stores reads. */
function credentials(env: NodeJS.ProcessEnv) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const { AWS_SESSION_TOKEN: sessionToken, AWS_REGION: region } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error(
      '没有对象存储的密钥\n→ 写进环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY（还可以有 AWS_REGION、AWS_SESSION_TOKEN），不要写进文件',
    );
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), ...(region ? { region } : {}) };
}

/** What S3 calls a fault, in the answer's XML. */
const codesIn = (answer: string): string[] => [/<Code>([^<]+)<\/Code>/.exec(answer)?.[1] ?? []].flat();

const reasonOf = (cause: unknown): string => {
  const { cause: inner, message } = cause as Error;
  return (inner as NodeJS.ErrnoException | undefined)?.code ?? message;
};

function refuse(path: string, why: string): never {
  throw new Error(`对象存储没有接受“${path}”（${why}）\n→ 核对存储的网址、AWS_REGION 和密钥的权限，再运行一次，会补齐`);
}
