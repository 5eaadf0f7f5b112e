import js from "@eslint/js"
import jsdoc from "eslint-plugin-jsdoc"
import tseslint from "typescript-eslint"

export default tseslint.config(
  {
    ignores: [
      "node_modules/**",
      ".medusa/**",
      "coverage/**",
      "src/modules/discord/migrations/**",
      "**/*.mjs",
      "**/*.js",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          "./tsconfig.check.json",
          "./src/admin/tsconfig.json",
          "./demo/storefront/tsconfig.json",
          "./integration-tests/e2e/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    // What people read from the server is in `src/messages`, by code, in every language.
    files: ["src/{api,jobs,modules,providers,subscribers,workflows}/**/*.ts"],
    ignores: [
      "**/__tests__/**",
      "src/modules/discord/refused.ts",
      // What keeps the store from starting is read in a terminal; what zod says of a request's form is Medusa's way.
      "src/modules/discord/options.ts",
      "src/api/utils/parse-query.ts",
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='MedusaError']",
          message: "A refusal has a code: throw refused(type, say(code, params)).",
        },
        {
          selector:
            "Property[key.name=/^(message|fix|title|text|reason|description)$/] > :matches(Literal[value=/ /], TemplateLiteral).value",
          message: "A sentence has a code: say(code, params), with its words in src/messages.",
        },
      ],
    },
  },
  {
    // What the package exports: whoever installs it reads this in their editor.
    files: [
      "src/types/**/*.ts",
      "src/messages/*.ts",
      "src/storefront/**/*.ts",
      "src/workflows/*/workflows/*.ts",
      "src/modules/discord/options.ts",
      "src/providers/*/options.ts",
    ],
    plugins: { jsdoc },
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          require: { FunctionDeclaration: false },
          contexts: [
            "ExportNamedDeclaration:has(> TSInterfaceDeclaration, > TSTypeAliasDeclaration)",
            "ExportNamedDeclaration:has(> FunctionDeclaration)",
            "ExportNamedDeclaration:has(> VariableDeclaration > VariableDeclarator[id.name=/Workflow$/])",
          ],
        },
      ],
      "jsdoc/require-description": ["error", { contexts: ["any"] }],
      "jsdoc/check-param-names": "error",
      "jsdoc/no-types": "error",
      "jsdoc/check-tag-names": "error",
    },
  },
)
