export interface EngineUi {
  TEMPORAL_UI_URL?: string | undefined;
  TEMPORAL_NAMESPACE: string;
}

/** The page of a workflow in Temporal UI; null where the operator has named none. */
export function engineUrl(env: EngineUi, workflowId: string): string | null {
  if (!env.TEMPORAL_UI_URL) return null;
  const base = env.TEMPORAL_UI_URL.replace(/\/+$/, '');
  return `${base}/namespaces/${env.TEMPORAL_NAMESPACE}/workflows/${encodeURIComponent(workflowId)}`;
}
